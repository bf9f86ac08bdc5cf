package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.FieldType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.GoQuote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Go types say about merging a value (strategicpatch/meta.go, third_party/forked/golang/json).
 *
 * @param type type of the value
 * @param strategy how the value is merged: {@code merge}, {@code replace} or empty
 * @param mergeKey the field that identifies items, empty for none
 */
record PatchSchema(@Nullable TypeRef type, String strategy, String mergeKey) {

    static PatchSchema of(TypeRef type) {
        return new PatchSchema(type, "", "");
    }

    private Atom atom() {
        return type == null ? Atom.NONE : type.atom();
    }

    /** The kind of Go value, as messages name it. */
    String kind() {
        return atom().map() != null ? "struct" : "string";
    }

    /** How the value of a key is merged; its items, when it is a list, have the type of the result. */
    PatchSchema below(String key, boolean list) throws StrategicMergeException {
        MapType map = atom().map();
        if (map == null) {
            throw StrategicMergeException.other(
                    "merging an object in json but data type is not map or struct, instead is: " + kind());
        }
        FieldType field = map.field(key);
        if (field == null) {
            field = ignoringCase(map, key);
        }
        if (field == null && map.element() == null) {
            throw StrategicMergeException.other(
                    "unable to find api field in struct " + map.name() + " for the json field " + GoQuote.quote(key));
        }
        TypeRef below = field == null ? map.element() : field.type();
        if (list && below != null && below.atom().list() != null) {
            below = below.atom().list().element();
        }
        return field == null
                ? new PatchSchema(below, "", "")
                : new PatchSchema(below, strategy(field.patchStrategy()), field.patchMergeKey());
    }

    private static @Nullable FieldType ignoringCase(MapType map, String key) {
        for (var entry : map.fields().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The strategy beside retainKeys. */
    private static String strategy(String strategies) {
        for (String strategy : List.of(strategies.split(","))) {
            if (!strategy.equals("retainKeys")) {
                return strategy;
            }
        }
        return "";
    }
}
