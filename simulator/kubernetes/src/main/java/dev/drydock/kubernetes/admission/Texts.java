package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.Node;

/** Reads texts of objects that may be absent. */
final class Texts {

    private Texts() {}

    /** Name of an object. */
    static String name(Node object) {
        return object.findText("metadata", "name");
    }

    /** Value of an annotation, empty when there is none. */
    static String annotation(Node object, String key) {
        return object.findMap("metadata", "annotations").findText(key);
    }

    /** Whether a value is there; the null scalar is none. */
    static boolean has(Node node, String... path) {
        Node value = node.find(path);
        return value != null && !value.isNull();
    }
}
