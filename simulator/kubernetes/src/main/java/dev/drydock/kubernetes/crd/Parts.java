package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of schemas, in which null means absent. */
final class Parts {

    private Parts() {}

    static boolean has(Node node, String... path) {
        Node found = node.find(path);
        return found != null && !found.isNull();
    }

    static @Nullable MapNode map(Node node, String field) {
        return node.find(field) instanceof MapNode map ? map : null;
    }

    /** The schemas of a list such as allOf. */
    static List<MapNode> schemas(Node schema, String field) {
        List<MapNode> schemas = new ArrayList<>();
        schema.findList(field).forEach(item -> schemas.add(item instanceof MapNode map ? map : MapNode.EMPTY));
        return schemas;
    }

    /** The keys of a map whose values are schemas, sorted because the server's maps have no order. */
    static List<String> names(Node schema, String field) {
        List<String> names = new ArrayList<>(schema.findMap(field).keys());
        names.sort(null);
        return names;
    }

    /** The schema of a property; an empty one when it is null. */
    static MapNode property(Node schema, String field, String name) {
        return schema.findMap(field).get(name) instanceof MapNode map ? map : MapNode.EMPTY;
    }

    /** Whether two parts are the same; absent, null and empty lists are. */
    static boolean same(@Nullable Node a, @Nullable Node b) {
        return normal(a).equals(normal(b));
    }

    private static Node normal(@Nullable Node node) {
        return node == null || (node instanceof ListNode list && list.isEmpty()) ? ScalarNode.NULL : node;
    }
}
