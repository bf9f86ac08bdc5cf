package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patched document as the JSON libraries of the server leave it, which messages print: what the patch went through has its
 * keys sorted, everything else keeps the order of the Go structs.
 */
final class PatchedJson {

    private final Set<Node> untouched = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder out = new StringBuilder();

    private PatchedJson() {}

    /** The JSON of a patched document. */
    static String text(Node document, MapNode original, TypeRef type) {
        PatchedJson json = new PatchedJson();
        json.note(original);
        json.write(document, type, false);
        return json.out.toString();
    }

    private void note(Node node) {
        if (node instanceof MapNode map && untouched.add(map)) {
            map.forEach((key, value) -> note(value));
        } else if (node instanceof ListNode list && untouched.add(list)) {
            list.forEach(this::note);
        }
    }

    private void write(Node node, @Nullable TypeRef type, boolean inUntouched) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        boolean kept = inUntouched || untouched.contains(node);
        if (node instanceof MapNode map) {
            out.append('{');
            String separator = "";
            for (String key : keys(map, atom.map(), kept)) {
                out.append(separator).append(JsonWriter.go(ScalarNode.of(key))).append(':');
                write(valueOf(map, key), atom.map() == null ? null : atom.map().typeOf(key), kept);
                separator = ",";
            }
            out.append('}');
        } else if (node instanceof ListNode list) {
            out.append('[');
            String separator = "";
            for (Node item : list) {
                out.append(separator);
                write(item, atom.list() == null ? null : atom.list().element(), kept);
                separator = ",";
            }
            out.append(']');
        } else {
            out.append(JsonWriter.go(node));
        }
    }

    private static Node valueOf(MapNode map, String key) {
        Node value = map.get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    /** The keys of a struct in its own order, those of a map sorted. */
    private static List<String> keys(MapNode map, @Nullable MapType type, boolean kept) {
        List<String> sorted = new ArrayList<>(map.keys());
        Collections.sort(sorted);
        if (!kept || type == null || type.name().isEmpty()) {
            return sorted;
        }
        List<String> ordered = new ArrayList<>();
        for (String field : type.fields().keySet()) {
            if (map.has(field)) {
                ordered.add(field);
            }
        }
        for (String key : sorted) {
            if (type.field(key) == null) {
                ordered.add(key);
            }
        }
        return ordered;
    }
}
