package dev.drydock.helm.schema;

import dev.drydock.helm.NotModelledException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the references of a schema lead: to anchors and JSON pointers of the same document. */
final class References {

    private final Node root;

    References(Node root) {
        this.root = root;
    }

    /**
     * The schema that a {@code $ref} names.
     *
     * @throws NotModelledException when it names another document, or nothing
     */
    Node target(String ref) {
        if (!ref.startsWith("#")) {
            throw new NotModelledException("a values schema that refers to " + ref);
        }
        Node found = ref.length() > 1 && !ref.startsWith("#/") ? anchor(root, ref.substring(1)) : pointer(ref);
        if (found == null) {
            throw new NotModelledException("a values schema whose reference " + ref + " leads nowhere");
        }
        return found;
    }

    private @Nullable Node pointer(String ref) {
        Node node = root;
        String[] parts = ref.length() <= 2 ? new String[0] : ref.substring(2).split("/", -1);
        for (String part : parts) {
            String key = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            Node next = step(node, key);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    private static @Nullable Node step(Node node, String key) {
        if (node instanceof ListNode list && key.matches("[0-9]{1,6}") && Integer.parseInt(key) < list.size()) {
            return list.get(Integer.parseInt(key));
        }
        return node instanceof MapNode map ? map.get(key) : null;
    }

    private static @Nullable Node anchor(Node node, String name) {
        if (node.findText("$anchor").equals(name) || node.findText("$id").equals("#" + name)) {
            return node;
        }
        Iterable<Node> children =
                node instanceof MapNode map ? map.values() : node instanceof ListNode list ? list : List.of();
        for (Node child : children) {
            Node found = anchor(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
