package dev.drydock.cel.schema;

import dev.drydock.cel.type.CelType;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A type with what a schema says beyond it (apiserver, pkg/cel/types.go).
 *
 * @param fields the fields of an object by the names that expressions use; null for all else
 * @param key the type of a map's keys
 * @param element the type of a map's values or a list's items
 * @param maxElements how many elements, characters or bytes there can be; 0 where that means nothing
 * @param minSize the bytes that the shortest value takes in JSON
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DeclaredType(
        CelType type,
        @Nullable Map<String, DeclaredType> fields,
        @Nullable DeclaredType key,
        @Nullable DeclaredType element,
        long maxElements,
        long minSize) {

    static final DeclaredType STRING = scalar(CelType.STRING, 0, 2);

    static DeclaredType scalar(CelType type, long maxElements, long minSize) {
        return new DeclaredType(type, null, null, null, maxElements, minSize);
    }

    static DeclaredType list(DeclaredType items, long maxItems) {
        return new DeclaredType(CelType.list(items.type), null, null, items, maxItems, 2);
    }

    static DeclaredType map(DeclaredType values, long maxProperties) {
        return new DeclaredType(CelType.map(CelType.STRING, values.type), null, STRING, values, maxProperties, 2);
    }

    /** A type of which nothing more is known. */
    public static DeclaredType of(CelType type) {
        return scalar(type, 0, 2);
    }

    /** A list of any length. */
    public static DeclaredType listOf(DeclaredType items) {
        return list(items, -1);
    }

    /** An object type of that name. */
    public static DeclaredType object(String name, Map<String, DeclaredType> fields, long minSize) {
        return new DeclaredType(CelType.object(name), Map.copyOf(fields), null, null, 0, minSize);
    }

    /** How often a value of this type can stand in a request: the factor of a rule's cost under unbounded lists. */
    public long maxCardinality() {
        return SchemaTypes.MAX_REQUEST / (minSize + 1);
    }
}
