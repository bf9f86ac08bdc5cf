package dev.drydock.kubernetes.decode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Go struct: its fields in their order. */
final class GoStruct {

    private final String name;
    private final List<GoField> fields;
    private final Map<String, GoField> byName = new HashMap<>();

    GoStruct(String name, List<GoField> fields) {
        this.name = name.substring(name.lastIndexOf('.') + 1);
        this.fields = List.copyOf(fields);
        fields.forEach(field -> byName.put(field.name(), field));
    }

    /** Its name without package. */
    String name() {
        return name;
    }

    List<GoField> fields() {
        return fields;
    }

    @Nullable
    GoField field(String jsonName) {
        return jsonName.isEmpty() ? null : byName.get(jsonName);
    }
}
