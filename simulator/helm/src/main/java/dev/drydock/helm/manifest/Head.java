package dev.drydock.helm.manifest;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Helm reads of a manifest before it sorts it (SimpleHead).
 *
 * @param kind kind of the object, empty when there is none
 * @param name name of the object
 * @param annotations annotations of the object
 */
record Head(String kind, String name, Map<String, String> annotations) {

    /**
     * The head of a manifest.
     *
     * @throws GoException with the words of the YAML library
     */
    static Head parse(String manifest) {
        Node node = GoYaml.unmarshal(manifest, null);
        if (node.isNull()) {
            return new Head("", "", Map.of());
        }
        if (!(node instanceof MapNode map)) {
            throw mismatch(node, "value of type util.SimpleHead");
        }
        text(map, "apiVersion", "SimpleHead.apiVersion");
        String kind = text(map, "kind", "SimpleHead.kind");
        Node metadata = map.get("metadata");
        if (metadata == null || metadata.isNull()) {
            return new Head(kind, "", Map.of());
        }
        String type =
                "struct { Name string \"json:\\\"name\\\"\"; Annotations map[string]string \"json:\\\"annotations\\\"\" }";
        if (!(metadata instanceof MapNode fields)) {
            throw mismatch(metadata, "struct field SimpleHead.metadata of type " + type);
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        Node given = fields.get("annotations");
        if (given instanceof MapNode entries) {
            entries.forEach((key, value) -> {
                String text = value instanceof ScalarNode scalar ? GoYaml.asText(scalar) : null;
                if (text != null) {
                    annotations.put(key, text);
                } else if (value.isNull()) {
                    annotations.put(key, "");
                } else {
                    throw mismatch(value, "struct field .metadata.annotations of type string");
                }
            });
        } else if (given != null && !given.isNull()) {
            throw mismatch(given, "struct field .metadata.annotations of type map[string]string");
        }
        return new Head(kind, text(fields, "name", ".metadata.name"), annotations);
    }

    private static String text(MapNode map, String key, String field) {
        Node node = map.get(key);
        if (node == null || node.isNull()) {
            return "";
        }
        String text = node instanceof ScalarNode scalar ? GoYaml.asText(scalar) : null;
        if (text != null) {
            return text;
        }
        throw mismatch(node, "struct field " + field + " of type string");
    }

    private static GoException mismatch(Node node, String target) {
        String kind = node instanceof MapNode
                ? "object"
                : !(node instanceof ScalarNode scalar)
                        ? "array"
                        : scalar.isString() ? "string" : scalar.value() instanceof Boolean ? "bool" : "number";
        return new GoException(
                "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + kind + " into Go " + target);
    }
}
