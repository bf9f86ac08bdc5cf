package dev.drydock.scenario.run;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the place of the field in a manifest of which the API server's words complain. */
final class FieldPlaces {

    /** The path in {@code .spec.a[0].b: field not declared in schema} and in {@code unknown field "spec.a[0].b"}. */
    private static final Pattern UNKNOWN =
            Pattern.compile("(\\.\\S+): field not declared in schema|unknown field \"([^\"]+)\"");

    private static final Pattern PART = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]|\\[[^\\]]*]");

    private FieldPlaces() {}

    /** The field that a message says is unknown, else where the manifest begins. */
    static Location of(MapNode manifest, String message) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (!unknown.find()) {
            return manifest.location();
        }
        String path = unknown.group(1) == null ? unknown.group(2) : unknown.group(1);
        Location place = manifest.location();
        Node node = manifest;
        Matcher part = PART.matcher(path);
        while (part.find()) {
            Node next = step(node, part);
            if (next == null || !next.location().isKnown()) {
                return place;
            }
            node = next;
            place = next.location();
        }
        return place;
    }

    private static @Nullable Node step(Node node, Matcher part) {
        if (part.group(1) != null) {
            return node instanceof MapNode map ? map.get(part.group(1)) : null;
        }
        if (part.group(2) != null && node instanceof ListNode list) {
            String index = part.group(2);
            return index.length() < 6 && Integer.parseInt(index) < list.size()
                    ? list.get(Integer.parseInt(index))
                    : null;
        }
        return keyed(node, part.group());
    }

    /** The item of a list that {@code [key="value"]} selects. */
    private static @Nullable Node keyed(Node node, String selector) {
        if (!(node instanceof ListNode list)) {
            return null;
        }
        for (Node item : list) {
            boolean fits = true;
            for (String pair : selector.substring(1, selector.length() - 1).split(",", -1)) {
                int equals = pair.indexOf('=');
                String wanted = equals < 0 ? "" : pair.substring(equals + 1).replace("\"", "");
                Node value = equals < 0 || !(item instanceof MapNode map) ? null : map.get(pair.substring(0, equals));
                fits &= value == null
                        || String.valueOf(value).equals(wanted)
                        || value.findText().equals(wanted);
            }
            if (fits) {
                return item;
            }
        }
        return null;
    }
}
