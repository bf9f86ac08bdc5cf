package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Fills in the defaults of a structural schema (apiextensions-apiserver/pkg/apiserver/schema/defaulting). */
final class Defaulting {

    private Defaulting() {}

    /** The value with defaults; {@code dropNulls} drops nulls that the schema does not allow. */
    static Node fill(Node value, MapNode schema, boolean dropNulls) {
        if (value instanceof MapNode map) {
            return map(map, schema, dropNulls);
        }
        if (value instanceof ListNode list && schema.get("items") instanceof MapNode items) {
            return list.map(item -> fill(item, items, dropNulls));
        }
        return value;
    }

    private static MapNode map(MapNode map, MapNode schema, boolean dropNulls) {
        MapNode properties = schema.findMap("properties");
        Node additional = schema.get("additionalProperties");
        MapNode[] result = {map};
        properties.forEach((key, property) -> {
            Node known = map.get(key);
            Node standard = property.find("default");
            boolean refused = known != null && known.isNull() && !property.isTrue("nullable");
            if (standard != null && (known == null || refused)) {
                result[0] = result[0].with(key, standard);
            } else if (refused && dropNulls) {
                result[0] = result[0].without(key);
            }
        });
        return result[0].map((key, item) -> {
            if (properties.get(key) instanceof MapNode property) {
                return fill(item, property, dropNulls);
            }
            if (additional instanceof MapNode element) {
                boolean refused = item.isNull() && !element.isTrue("nullable");
                return refused && dropNulls ? element.get("default") : fill(item, element, dropNulls);
            }
            return item;
        });
    }
}
