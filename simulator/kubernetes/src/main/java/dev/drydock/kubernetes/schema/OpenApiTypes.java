package dev.drydock.kubernetes.schema;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns OpenAPI schemas into types as kube-openapi's schemaconv does. */
final class OpenApiTypes {

    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final String RAW_EXTENSION = "io.k8s.apimachinery.pkg.runtime.RawExtension";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

    private final Definitions definitions;
    private final Map<String, TypeRef> named = new HashMap<>();

    OpenApiTypes(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The type of a definition. */
    synchronized TypeRef named(String name) {
        return named.computeIfAbsent(name, n -> new TypeRef(() -> definition(n)));
    }

    private Atom definition(String name) {
        if (name.equals(QUANTITY)) {
            return Atom.of(Scalar.UNTYPED);
        }
        if (name.equals(RAW_EXTENSION)) {
            return TypeRef.UNTYPED.atom();
        }
        MapNode schema = definitions.find(name);
        return schema == null ? Atom.NONE : atom(name.substring(name.lastIndexOf('.') + 1), schema, false);
    }

    /** The type of a schema that is written out, as those of custom resources are. */
    Atom atom(MapNode schema, boolean preservedAbove) {
        return atom("", schema, preservedAbove);
    }

    private Atom atom(String name, MapNode schema, boolean preservedAbove) {
        boolean preserve = preservedAbove || schema.isTrue(PRESERVE);
        String type = schema.findString("type");
        if (type == null) {
            return new Atom(object(name, schema, preserve), list(schema, preserve), Scalar.UNTYPED);
        }
        return switch (type) {
            case "object" -> Atom.of(object(name, schema, preserve));
            case "array" -> Atom.of(list(schema, preserve));
            case "integer", "number" -> Atom.of(Scalar.NUMERIC);
            case "boolean" -> Atom.of(Scalar.BOOLEAN);
            case "string" -> Atom.of(string(schema.findString("format")));
            default -> Atom.of(Scalar.UNTYPED);
        };
    }

    private static Scalar string(@Nullable String format) {
        return format == null || format.isEmpty() || format.equals("byte") ? Scalar.STRING : Scalar.UNTYPED;
    }

    private MapType object(String struct, MapNode schema, boolean preserve) {
        MapNode properties = schema.findMap("properties");
        Set<String> required = new HashSet<>();
        for (Node name : schema.findList("required")) {
            required.add(name.toString().replace("\"", ""));
        }
        Map<String, FieldType> fields = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            MapNode member = property instanceof MapNode map ? map : MapNode.EMPTY;
            String strategy = member.findText("x-kubernetes-patch-strategy");
            String mergeKey = member.findText("x-kubernetes-patch-merge-key");
            fields.put(
                    name,
                    new FieldType(
                            reference(member, preserve),
                            member.get("default"),
                            required.contains(name),
                            strategy,
                            mergeKey));
        });
        boolean atomic = "atomic".equals(schema.findString("x-kubernetes-map-type"));
        return new MapType(struct, fields, element(schema, properties.isEmpty(), preserve), atomic);
    }

    private @Nullable TypeRef element(MapNode schema, boolean noProperties, boolean preserve) {
        Node additional = schema.get("additionalProperties");
        if (additional == null) {
            return preserve || noProperties ? TypeRef.DEDUCED : null;
        }
        if (additional instanceof MapNode map) {
            return reference(map, preserve);
        }
        return schema.isTrue("additionalProperties") ? TypeRef.DEDUCED : null;
    }

    private TypeRef reference(MapNode schema, boolean preserve) {
        String name = Definitions.referenceOf(schema);
        if (name == null) {
            return new TypeRef(() -> atom(schema, preserve));
        }
        String relation = schema.findString("x-kubernetes-map-type");
        TypeRef type = named(name);
        return relation == null ? type : new TypeRef(() -> type.atom().withAtomic(relation.equals("atomic")));
    }

    private ListType list(MapNode schema, boolean preserve) {
        TypeRef element = schema.get("items") instanceof MapNode items ? reference(items, preserve) : TypeRef.UNTYPED;
        String listType = schema.findString("x-kubernetes-list-type");
        if (listType != null) {
            return switch (listType) {
                case "set" -> new ListType(element, true, List.of());
                case "map" -> new ListType(element, true, strings(schema.findList("x-kubernetes-list-map-keys")));
                default -> new ListType(element, false, List.of());
            };
        }
        String strategy = schema.findString("x-kubernetes-patch-strategy");
        if (strategy != null && strategy.startsWith("merge")) {
            String key = schema.findString("x-kubernetes-patch-merge-key");
            return new ListType(element, true, key == null ? List.of() : List.of(key));
        }
        return new ListType(element, false, List.of());
    }

    private static List<String> strings(ListNode nodes) {
        List<String> strings = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof dev.drydock.yaml.ScalarNode scalar && scalar.isString()) {
                strings.add(scalar.stringValue());
            }
        }
        return strings;
    }
}
