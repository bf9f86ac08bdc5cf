package dev.drydock.kubernetes.crd;

/** Spells paths of fields as errors show them (apimachinery, pkg/util/validation/field/path.go). */
final class Paths {

    private Paths() {}

    static String child(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    static String key(String path, String key) {
        return path + "[" + key + "]";
    }

    static String index(String path, int index) {
        return path + "[" + index + "]";
    }
}
