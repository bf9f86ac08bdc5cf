package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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
                if (item != null && additional instanceof MapNode element) {
                    visit(item, element, Paths.key(path, key));
                } else if (item != null && properties.get(key) instanceof MapNode property) {
                    visit(item, property, Paths.child(path, key));
                }
            }
        }
    }

    private void list(ListNode list, MapNode schema, String path) {
        switch (schema.findText("x-kubernetes-list-type")) {
            case "set" -> repeated(list.items(), ListTypes::compared, path);
            case "map" -> entries(list, schema, path);
            default -> {} // items may be repeated
        }
        if (schema.get("items") instanceof MapNode items) {
            for (int i = 0; i < list.size(); i++) {
                visit(list.get(i), items, Paths.index(path, i));
            }
        }
    }

    private void entries(ListNode list, MapNode schema, String path) {
        List<Node> identities = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Node item = list.get(i);
            if (!(item instanceof MapNode) && !item.isNull()) {
                errors.add(FieldError.invalid(
                        Paths.index(path, i), item, "must be an object for an array of list-type map"));
                return;
            }
            identities.add(
                    identity(item, schema.findList("x-kubernetes-list-map-keys").strings()));
        }
        repeated(identities, identity -> identity, path);
    }

    /** Only the first repetition of an item is told. */
    private void repeated(List<Node> items, UnaryOperator<Object> compared, String path) {
        Map<Object, Integer> times = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (times.merge(compared.apply(item), 1, Integer::sum) == 2) {
                boolean plain = item instanceof ScalarNode;
                String shown = plain ? FieldError.print(item) : JsonWriter.go(item);
                errors.add(new FieldError("FieldValueDuplicate", Paths.index(path, i), "Duplicate value: " + shown));
            }
        }
    }

    /** Objects and lists in a set are compared as they are written. */
    private static Object compared(Object item) {
        return item instanceof ScalarNode || !(item instanceof Node node) ? item : JsonWriter.go(node);
    }

    private static Node identity(Node item, List<String> keys) {
        MapNode.Builder identity = MapNode.builder();
        for (String key : new TreeSet<>(keys)) {
            Node value = item.find(key);
            if (value != null) {
                identity.put(key, value);
            }
        }
        return identity.build();
    }
}
