package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.value.GoFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Paths (Go's package path; package filepath is the same on Linux). */
final class PathFunctions {

    private PathFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        add(table, "base", "osBase", GoFunction.of(a -> base(a.string(0)), STRING));
        add(table, "dir", "osDir", GoFunction.of(a -> directory(a.string(0)), STRING));
        add(table, "clean", "osClean", GoFunction.of(a -> clean(a.string(0)), STRING));
        add(table, "ext", "osExt", GoFunction.of(a -> extension(a.string(0)), STRING));
        add(table, "isAbs", "osIsAbs", GoFunction.of(a -> a.string(0).startsWith("/"), STRING));
    }

    private static void add(Map<String, GoFunction> table, String name, String other, GoFunction function) {
        table.put(name, function);
        table.put(other, function);
    }

    static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String trimmed = path.substring(0, end);
        return trimmed.isEmpty() ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String directory(String path) {
        return clean(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String extension(String path) {
        int point = path.lastIndexOf('.');
        return point > path.lastIndexOf('/') ? path.substring(point) : "";
    }

    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                    parts.removeLast();
                } else if (!rooted) {
                    parts.addLast(part);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
