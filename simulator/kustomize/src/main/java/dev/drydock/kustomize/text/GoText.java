package dev.drydock.kustomize.text;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How Go's fmt prints what kustomize puts into its messages. */
public final class GoText {

    private GoText() {}

    /** A slice of strings, as {@code %v}: {@code [a b]}. */
    public static String list(Collection<String> items) {
        return "[" + String.join(" ", items) + "]";
    }

    /** A map of strings, as {@code %v}: {@code map[a:b c:d]}. */
    public static String map(Map<String, String> entries) {
        StringJoiner out = new StringJoiner(" ", "map[", "]");
        new TreeMap<>(entries).forEach((k, v) -> out.add(k + ":" + v));
        return out.toString();
    }
}
