package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.Node;

/** Reads texts of objects that may be absent. */
final class Texts {

    private Texts() {}

    /** The text along map keys, empty when there is none. */
    static String at(Node node, String... path) {
        String value = node.findString(path);
        return value == null ? "" : value;
    }

    /** Name of an object. */
    static String name(Node object) {
        return at(object, "metadata", "name");
    }

    /** Value of an annotation, empty when there is none. */
    static String annotation(Node object, String key) {
        String value = object.findMap("metadata", "annotations").findString(key);
        return value == null ? "" : value;
    }

    /** Whether a value is there; the null scalar is none. */
    static boolean has(Node node, String... path) {
        Node value = node.find(path);
        return value != null && !value.isNull();
    }
}
