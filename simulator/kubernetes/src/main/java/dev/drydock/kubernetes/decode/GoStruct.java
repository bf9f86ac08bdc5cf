package dev.drydock.kubernetes.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Go struct: its fields in their order. */
final class GoStruct {

    private final String name;
    private final List<GoField> fields;
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Integer> embedded = new ArrayList<>();

    GoStruct(String name, List<GoField> fields) {
        this.name = name.substring(name.lastIndexOf('.') + 1);
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isEmbedded()) {
                embedded.add(i);
            } else {
                byName.put(fields.get(i).name(), i);
            }
        }
    }

    /** Its name without package. */
    String name() {
        return name;
    }

    List<GoField> fields() {
        return fields;
    }

    /** The position of a field of its own, -1 when it has none of that name. */
    int indexOf(String jsonName) {
        return byName.getOrDefault(jsonName, -1);
    }

    /** The positions of embedded structs. */
    List<Integer> embedded() {
        return embedded;
    }

    @Nullable
    GoField field(String jsonName) {
        int i = indexOf(jsonName);
        return i < 0 ? null : fields.get(i);
    }
}
