package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists that are sets or maps, and maps that are atomic (validation.go, from XMapType on). */
final class ListSchemaRules {

    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String KEYS = "x-kubernetes-list-map-keys";
    private static final String IN_SET = "must be atomic as item of a list with x-kubernetes-list-type=set";
    private static final String IF_MAP = " if x-kubernetes-list-type is map";
    private static final String IF_KEYS = "must be map if x-kubernetes-list-map-keys is non-empty";

    private ListSchemaRules() {}

    static void check(MapNode schema, String path, DefinitionOptions options, FieldErrors errors) {
        boolean hasMapType = Parts.has(schema, MAP_TYPE);
        String mapType = schema.findText(MAP_TYPE);
        if (hasMapType) {
            type(schema, "object", MAP_TYPE, path, errors);
            if (!List.of("atomic", "granular").contains(mapType)) {
                errors.add(
                        FieldError.notSupported(Paths.child(path, MAP_TYPE), mapType, List.of("atomic", "granular")));
            }
        }
        boolean hasListType = Parts.has(schema, LIST_TYPE);
        String listType = schema.findText(LIST_TYPE);
        if (hasListType && !schema.findText("type").equals("array")) {
            type(schema, "array", LIST_TYPE, path, errors);
        } else if (options.atomicSets() && isNonAtomicSet(schema)) {
            nonAtomicSet(schema, Paths.child(path, "items"), errors);
        }
        if (hasListType && !List.of("atomic", "set", "map").contains(listType)) {
            errors.add(
                    FieldError.notSupported(Paths.child(path, LIST_TYPE), listType, List.of("atomic", "set", "map")));
        }
        if (!schema.findList(KEYS).isEmpty() && !listType.equals("map")) {
            errors.add(
                    hasListType
                            ? FieldError.invalid(Paths.child(path, LIST_TYPE), listType, IF_KEYS)
                            : FieldError.required(Paths.child(path, LIST_TYPE), IF_KEYS));
        }
        if (listType.equals("map")) {
            map(schema, path, errors);
        }
        if (options.listKeys()) {
            looseKeys(schema, path, errors);
        }
    }

    private static void type(MapNode schema, String wanted, String field, String path, FieldErrors errors) {
        String type = schema.findText("type");
        String words = "must be " + wanted + " if " + field + " is specified";
        if (type.isEmpty()) {
            errors.add(FieldError.required(Paths.child(path, "type"), words));
        } else if (!type.equals(wanted)) {
            errors.add(FieldError.invalid(Paths.child(path, "type"), type, words));
        }
    }

    /** Whether a schema is a set of what can change in part. */
    static boolean isNonAtomicSet(MapNode schema) {
        MapNode items = Parts.map(schema, "items");
        if (!schema.findText(LIST_TYPE).equals("set") || items == null) {
            return false;
        }
        return switch (items.findText("type")) {
            case "array" ->
                Parts.has(items, LIST_TYPE) && !items.findText(LIST_TYPE).equals("atomic");
            case "object" -> !items.findText(MAP_TYPE).equals("atomic");
            default -> false;
        };
    }

    /** The value that is shown is the list type of the items, also where their map type is wrong. */
    private static void nonAtomicSet(MapNode schema, String path, FieldErrors errors) {
        MapNode items = schema.findMap("items");
        String field = items.findText("type").equals("array") ? LIST_TYPE : MAP_TYPE;
        Node shown = items.get(LIST_TYPE);
        errors.add(FieldError.invalid(Paths.child(path, field), shown, IN_SET));
    }

    private static void map(MapNode schema, String path, FieldErrors errors) {
        ListNode keys = schema.findList(KEYS);
        String itemsPath = Paths.child(path, "items");
        if (keys.isEmpty()) {
            errors.add(FieldError.required(Paths.child(path, KEYS), "must not be empty" + IF_MAP));
        }
        Node found = schema.get("items");
        if (found == null || found.isNull()) {
            errors.add(FieldError.required(itemsPath, "must have a schema" + IF_MAP));
            return;
        }
        if (!(found instanceof MapNode items)) {
            errors.add(GoForm.invalid(itemsPath, GoForm.items(schema), "must only have a single schema" + IF_MAP));
            return;
        }
        String type = items.findText("type");
        if (!type.equals("object")) {
            errors.add(FieldError.invalid(
                    itemsPath + ".type", type, "must be object if parent array's x-kubernetes-list-type is map"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String key : keys.strings()) {
            if (items.findMap("properties").has(key)) {
                String scalar = Parts.property(items, "properties", key).findText("type");
                if (scalar.equals("array") || scalar.equals("object")) {
                    errors.add(FieldError.invalid(
                            Paths.key(itemsPath + ".properties", key) + ".type",
                            type,
                            "must be a scalar type if parent array's x-kubernetes-list-type is map"));
                }
            } else {
                errors.add(FieldError.invalid(
                        Paths.child(path, KEYS), keys, "entries must all be names of item properties"));
            }
            if (!seen.add(key)) {
                errors.add(FieldError.invalid(Paths.child(path, KEYS), keys, "must not contain duplicate entries"));
            }
        }
    }

    /** Whether items may be null or keys absent, so that they identify nothing. */
    static boolean hasLooseKeys(MapNode schema) {
        FieldErrors errors = new FieldErrors();
        looseKeys(schema, "", errors);
        return !errors.isEmpty();
    }

    private static void looseKeys(MapNode schema, String path, FieldErrors errors) {
        MapNode items = Parts.map(schema, "items");
        String listType = schema.findText(LIST_TYPE);
        if (items == null || !(listType.equals("set") || listType.equals("map"))) {
            return;
        }
        String itemsPath = Paths.child(path, "items");
        if (items.isTrue("nullable")) {
            errors.add(FieldError.forbidden(
                    itemsPath + ".nullable", "cannot be nullable when x-kubernetes-list-type is " + listType));
        }
        if (listType.equals("set")) {
            return;
        }
        List<String> required = items.findList("required").strings();
        for (String key : schema.findList(KEYS).strings()) {
            if (!items.findMap("properties").has(key)) {
                continue;
            }
            MapNode property = Parts.property(items, "properties", key);
            String at = Paths.key(itemsPath + ".properties", key);
            if (!required.contains(key) && !Parts.has(property, "default")) {
                errors.add(FieldError.required(
                        at + ".default",
                        "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required"
                                + " property"));
            }
            if (property.isTrue("nullable")) {
                errors.add(FieldError.forbidden(
                        at + ".nullable", "this property is in x-kubernetes-list-map-keys, so it cannot be nullable"));
            }
        }
    }
}
