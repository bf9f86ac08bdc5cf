package dev.drydock.helm.engine;

import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A struct, or a pointer to one, without methods that templates could call.
 *
 * @param type Go's name of the type
 * @param kind {@code struct} or {@code ptr}
 * @param fields the fields in order
 */
record StructObject(String type, String kind, List<Field> fields) implements GoObject {

    @Override
    public boolean hasField(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    @Override
    public @Nullable Object field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    @Override
    public @Nullable GoFunction method(String name) {
        return null;
    }
}
