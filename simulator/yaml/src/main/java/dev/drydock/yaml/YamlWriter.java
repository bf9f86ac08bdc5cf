package dev.drydock.yaml;

import org.apiguardian.api.API;

/** Writes trees as YAML in the one stable form that kustomize and kubectl print (sigs.k8s.io/yaml). */
@API(status = API.Status.STABLE, since = "0.1")
public final class YamlWriter {

    private YamlWriter() {}

    /** One document with sorted keys, two blanks of indentation, sequences not indented, and a line end at its end. */
    public static String write(Node node) {
        throw new UnsupportedOperationException("in work");
    }

    /** The same with keys in the order of the maps. */
    public static String writeInOrder(Node node) {
        throw new UnsupportedOperationException("in work");
    }
}
