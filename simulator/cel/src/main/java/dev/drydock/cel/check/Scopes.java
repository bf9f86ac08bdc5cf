package dev.drydock.cel.check;

import dev.drydock.cel.type.CelType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that macros introduce, the innermost last. */
final class Scopes {

    private final List<Map<String, CelType>> scopes = new ArrayList<>();

    void enter() {
        scopes.add(new HashMap<>());
    }

    void exit() {
        scopes.remove(scopes.size() - 1);
    }

    void declare(String name, CelType type) {
        scopes.get(scopes.size() - 1).putIfAbsent(name, type);
    }

    @Nullable
    CelType find(String name) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            @Nullable CelType type = scopes.get(i).get(name);
            if (type != null) {
                return type;
            }
        }
        return null;
    }
}
