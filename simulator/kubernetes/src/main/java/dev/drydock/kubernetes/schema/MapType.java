package dev.drydock.kubernetes.schema;

import java.util.Collections;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The type of a map: the declared fields of a struct, the values of a map with free keys, or both. */
@API(status = API.Status.STABLE, since = "0.1")
public final class MapType {

    private final String name;
    private final Map<String, FieldType> fields;
    private final @Nullable TypeRef element;
    private final boolean atomic;

    MapType(String name, Map<String, FieldType> fields, @Nullable TypeRef element, boolean atomic) {
        this.name = name;
        this.fields = Collections.unmodifiableMap(fields);
        this.element = element;
        this.atomic = atomic;
    }

    /** Name of the Go struct, such as {@code PodSpec}; empty for maps and for custom types. */
    public String name() {
        return name;
    }

    /** The declared fields by name, in the order of the schema. */
    public Map<String, FieldType> fields() {
        return fields;
    }

    /** A declared field, or null. */
    public @Nullable FieldType field(String name) {
        return fields.get(name);
    }

    /** Type of the values of keys that are no declared fields; null when such keys are unknown fields. */
    public @Nullable TypeRef element() {
        return element;
    }

    /** The type of a key's value, or null when the key is unknown. */
    public @Nullable TypeRef typeOf(String key) {
        FieldType field = fields.get(key);
        return field != null ? field.type() : element;
    }

    /** Whether the map is owned as a whole. */
    public boolean atomic() {
        return atomic;
    }

    MapType withAtomic(boolean value) {
        return new MapType(name, fields, element, value);
    }
}
