package dev.drydock.cel.library;

import static dev.drydock.cel.library.Checked.map;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Collections;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** What macros with two variables need to collect maps (cel-go, ext/comprehensions.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ComprehensionLibrary implements Library {

    /** The library. */
    public ComprehensionLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("cel.@mapInsert");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        CelType key = CelType.parameter("K");
        CelType value = CelType.parameter("V");
        CelType map = CelType.map(key, value);
        return List.of(function(
                "cel.@mapInsert",
                form(
                        "@mapInsert_map_key_value",
                        List.of(map, key, value),
                        map,
                        a -> Collections.insert(map(a, 0), a.get(1), a.get(2))),
                form("@mapInsert_map_map", List.of(map, map), map, a -> insertAll(map(a, 0), map(a, 1)))));
    }

    private static Value insertAll(MapValue target, MapValue more) {
        Value all = target;
        for (Value key : more.keys()) {
            Value value = more.find(key);
            if (value != null && all instanceof MapValue map) {
                all = Collections.insert(map, key, value);
            }
        }
        return all;
    }
}
