package dev.drydock.helm.value;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A struct, a pointer to one, or a named type with methods, as far as templates can see into it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface GoObject {

    /** Go's name of the type, with a star for pointers. */
    String type();

    /** Go's kind: {@code struct}, {@code ptr}, {@code int64} … */
    String kind();

    /** The method of a name, or null. */
    default @Nullable GoFunction method(String name) {
        return null;
    }

    /** Whether there is a field of a name. */
    default boolean hasField(String name) {
        return false;
    }

    /** The value of a field. */
    default @Nullable Object field(String name) {
        return null;
    }

    /** What {@code String()} gives, or null when there is no such method. */
    default @Nullable String text() {
        return null;
    }

    /** As {@link #text()}, for a value that stands in a variable or field, where a pointer's method is found too. */
    default @Nullable String addressableText() {
        return text();
    }

    /** The fields in order with their values, for printing. */
    default List<Field> fields() {
        return List.of();
    }

    /** The value in JSON: a text, map, list or null. */
    default @Nullable Object json() {
        GoMap map = GoMap.create();
        fields().stream()
                .filter(field -> Character.isUpperCase(field.name().charAt(0)))
                .forEach(field -> map.put(field.name(), field.value()));
        return map;
    }

    /**
     * A field.
     *
     * @param name name in Go
     * @param value what it holds
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    record Field(String name, @Nullable Object value) {}
}
