package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists that are sets or maps hold each item once (apiextensions-apiserver/pkg/apiserver/schema/listtype). */
final class ListTypes {

    private final FieldErrors errors = new FieldErrors();

    private ListTypes() {}

    static FieldErrors validate(Node value, MapNode schema) {
        ListTypes types = new ListTypes();
        types.visit(value, schema, "");
        return types.errors;
    }

    private void visit(Node value, MapNode schema, String path) {
        if (value instanceof ListNode list) {
            list(list, schema, path);
        } else if (value instanceof MapNode map) {
            MapNode properties = schema.findMap("properties");
            Node additional = schema.get("additionalProperties");
            for (String key : new TreeSet<>(map.keys())) {
                Node item = map.get(key);
                if (item != null && properties.get(key) instanceof MapNode property) {
                    visit(item, property, path.isEmpty() ? key : path + "." + key);
                } else if (item != null && additional instanceof MapNode element) {
                    visit(item, element, path + "[" + key + "]");
                }
            }
        }
    }

    private void list(ListNode list, MapNode schema, String path) {
        if (!(schema.get("items") instanceof MapNode items)) {
            return;
        }
        String type = schema.findString("x-kubernetes-list-type");
        List<String> keys = schema.findList("x-kubernetes-list-map-keys").strings();
        Set<Node> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Node item = list.get(i);
            if ("set".equals(type) || "map".equals(type)) {
                Node identity = "map".equals(type) ? identity(item, keys) : item;
                if (!seen.add(identity)) {
                    errors.add(FieldError.duplicate(path + "[" + i + "]", identity));
                }
            }
        }
        for (int i = 0; i < list.size(); i++) {
            visit(list.get(i), items, path + "[" + i + "]");
        }
    }

    private static Node identity(Node item, List<String> keys) {
        MapNode.Builder identity = MapNode.builder();
        for (String key : new TreeSet<>(keys)) {
            Node value = item.find(key);
            if (value != null && !ScalarNode.NULL.equals(value)) {
                identity.put(key, value);
            }
        }
        return identity.build();
    }
}
