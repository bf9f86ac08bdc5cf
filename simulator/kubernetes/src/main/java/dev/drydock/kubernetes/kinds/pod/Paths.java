package dev.drydock.kubernetes.kinds.pod;

import java.util.Arrays;

/** Paths of files in volumes. */
final class Paths {

    private Paths() {}

    /** A path without a step back. */
    static void noBacksteps(Field field) {
        if (hasBacksteps(field.text())) {
            field.invalid("must not contain '..'");
        }
    }

    static boolean hasBacksteps(String path) {
        return Arrays.asList(path.split("/", -1)).contains("..");
    }

    /** A relative path without a step back. */
    static void descending(Field field) {
        String path = field.text();
        if (path.startsWith("/")) {
            field.invalid(path, "must be a relative path");
        }
        if (hasBacksteps(path)) {
            field.invalid(path, "must not contain '..'");
        }
    }

    /** A descending path that does not start like the names that volumes reserve. */
    static void descendingAndFree(Field field) {
        descending(field);
        String path = field.text();
        if (path.startsWith("..") && !path.startsWith("../")) {
            field.invalid(path, "must not start with '..'");
        }
    }

    /** The permissions of a file, where they are given. */
    static void mode(Field field) {
        if (field.isSet() && (field.number(0) < 0 || field.number(0) > 0777)) {
            field.invalid("must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
