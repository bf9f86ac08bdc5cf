package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * Writes trees as YAML in the one stable form that kustomize and kubectl print (sigs.k8s.io/yaml over go-yaml v2): two
 * blanks of indentation, sequences not indented, lines broken behind 80 columns, quotes only where a reader would see another value.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class YamlWriter {

    private YamlWriter() {}

    /**
     * One document with sorted keys, two blanks of indentation, sequences not indented, and a line end at its end. Keys
     * are sorted as go-yaml does: letters after other characters, numbers in names by value.
     */
    public static String write(Node node) {
        return new YamlEmitter(true).document(node);
    }

    /** The same with keys in the order of the maps. */
    public static String writeInOrder(Node node) {
        return new YamlEmitter(false).document(node);
    }

    /** As {@link #write}, but long lines are not broken (go-yaml v3 with compact sequences). */
    public static String writeUnfolded(Node node) {
        return new YamlEmitter(true, false, Integer.MAX_VALUE).document(node);
    }

    /** As {@link #write}, but long lines are not broken and sequences are indented (go-yaml v3). */
    public static String writeIndented(Node node) {
        return new YamlEmitter(true, true, Integer.MAX_VALUE).document(node);
    }
}
