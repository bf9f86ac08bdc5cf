package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lookup of JSON pointers (RFC 6901). */
final class JsonPointers {

    private JsonPointers() {}

    static List<String> segments(String pointer) {
        List<String> segments = new ArrayList<>();
        String raw = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        for (String part : raw.split("/", -1)) {
            segments.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return segments;
    }

    /** The value at a pointer, or null when there is none; the empty pointer is the document. */
    static @Nullable Node find(Node document, String pointer) {
        Node node = document;
        if (pointer.isEmpty()) {
            return node;
        }
        for (String segment : segments(pointer)) {
            node = node instanceof MapNode map ? map.get(segment) : item(node, segment);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable Node item(Node node, String segment) {
        if (!(node instanceof ListNode list) || !segment.matches("[0-9]{1,9}")) {
            return null;
        }
        int index = Integer.parseInt(segment);
        return index < list.size() ? list.get(index) : null;
    }
}
