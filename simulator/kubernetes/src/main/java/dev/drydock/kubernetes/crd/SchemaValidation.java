package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Validates a value against an OpenAPI schema in the words of kube-openapi (pkg/validation/validate), errors of what did not
 * change left out as the ratcheting validator leaves them out.
 */
final class SchemaValidation {

    private static final Node NOTHING = ScalarNode.NULL;

    FieldErrors validate(MapNode object, @Nullable MapNode old, MapNode schema) {
        // type and metadata are checked elsewhere; their schemas may only repeat what is known of them
        MapNode content = object.without(List.of("apiVersion", "kind", "metadata"));
        MapNode oldContent = old == null ? null : old.without(List.of("apiVersion", "kind", "metadata"));
        MapNode rest = schema.with(
                "properties", schema.findMap("properties").without(List.of("apiVersion", "kind", "metadata")));
        List<Node> required = rest.findList("required").stream()
                .filter(name -> !List.of("apiVersion", "kind", "metadata")
                        .contains(name.toString().replace("\"", "")))
                .toList();
        FieldErrors errors = new FieldErrors();
        value(content, oldContent, rest.with("required", ListNode.of(required)), "")
                .forEach(errors::add);
        return errors;
    }

    /** The errors of a value, none when it is what it was. */
    private List<FieldError> value(Node value, @Nullable Node old, MapNode schema, String path) {
        if (old != null && old.equals(value)) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        List<String> types = types(schema);
        String wrongType = ValueTypes.mismatch(value, types, schema);
        if (value.isNull()) {
            if (wrongType != null) {
                errors.add(ofType(path, wrongType, "null"));
            }
            if (schema.has("enum")) {
                enumeration(value, schema, path, errors);
            }
            return errors;
        }
        if (wrongType != null) {
            errors.add(ofType(path, wrongType, ValueTypes.nameOf(value)));
        }
        new Alternatives(this).check(value, schema, path, errors);
        if (value instanceof ScalarNode scalar) {
            ScalarRules.check(scalar, schema, path, errors);
        }
        if (value instanceof ListNode list) {
            list(list, old, schema, path, errors);
        }
        if (schema.has("enum")) {
            enumeration(value, schema, path, errors);
        }
        if (value instanceof MapNode map) {
            map(map, old, schema, path, errors);
        }
        return errors;
    }

    /** The errors of a value under an alternative schema; nothing is known of an older value there. */
    List<FieldError> alternative(Node value, MapNode schema, String path) {
        return value(value, null, schema, path);
    }

    private static List<String> types(MapNode schema) {
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            return List.of("integer", "string");
        }
        String type = schema.findString("type");
        return type == null || type.isEmpty() ? List.of() : List.of(type);
    }

    private static FieldError ofType(String path, String wanted, String found) {
        return FieldError.typeInvalid(
                path.isEmpty() ? "<nil>" : path,
                found,
                path + " in body must be of type " + wanted + ": \"" + found + "\"");
    }

    private static void enumeration(Node value, MapNode schema, String path, List<FieldError> errors) {
        ListNode allowed = schema.findList("enum");
        if (allowed.items().contains(value)) {
            return;
        }
        List<String> texts = new ArrayList<>();
        for (Node item : allowed) {
            texts.add(item instanceof ScalarNode scalar && scalar.isString() ? scalar.stringValue() : item.toString());
        }
        errors.add(FieldError.notSupported(path, value, texts));
    }

    private void list(ListNode list, @Nullable Node old, MapNode schema, String path, List<FieldError> errors) {
        if (schema.get("items") instanceof MapNode items) {
            List<String> keys = schema.findList("x-kubernetes-list-map-keys").strings();
            boolean isMap = "map".equals(schema.findString("x-kubernetes-list-type"));
            for (int i = 0; i < list.size(); i++) {
                Node before = isMap && old instanceof ListNode olds ? sameKeys(olds, list.get(i), keys) : null;
                errors.addAll(value(list.get(i), before, items, path + "[" + i + "]"));
            }
        }
        Long least = schema.findLong("minItems");
        Long most = schema.findLong("maxItems");
        if (least != null && list.size() < least) {
            errors.add(
                    FieldError.invalid(path, list.size(), path + " in body should have at least " + least + " items"));
        }
        if (most != null && list.size() > most) {
            errors.add(FieldError.tooMany(path, list.size(), most.intValue()));
        }
    }

    private static @Nullable Node sameKeys(ListNode olds, Node item, List<String> keys) {
        for (Node candidate : olds) {
            boolean same = true;
            for (String key : keys) {
                Node wanted = item.find(key);
                Node found = candidate.find(key);
                same &= (wanted == null ? NOTHING : wanted).equals(found == null ? NOTHING : found);
            }
            if (same) {
                return candidate;
            }
        }
        return null;
    }

    private void map(MapNode map, @Nullable Node old, MapNode schema, String path, List<FieldError> errors) {
        Long least = schema.findLong("minProperties");
        Long most = schema.findLong("maxProperties");
        if (least != null && map.size() < least) {
            errors.add(FieldError.invalid(
                    path, map.size(), path + " in body should have at least " + least + " properties"));
        }
        if (most != null && map.size() > most) {
            errors.add(FieldError.tooMany(path, map.size(), most.intValue()));
        }
        MapNode properties = schema.findMap("properties");
        Node additional = schema.get("additionalProperties");
        for (String key : new TreeSet<>(map.keys())) {
            Node item = map.get(key);
            Node schemaOfKey = properties.get(key) != null ? properties.get(key) : additional;
            if (item != null && schemaOfKey instanceof MapNode of) {
                String at = path.isEmpty() ? key : path + "." + key;
                errors.addAll(value(item, old == null ? null : old.find(key), of, at));
            }
        }
        for (String key : schema.findList("required").strings()) {
            if (!map.has(key)) {
                errors.add(FieldError.required(path.isEmpty() ? key : path + "." + key, ""));
            }
        }
    }
}
