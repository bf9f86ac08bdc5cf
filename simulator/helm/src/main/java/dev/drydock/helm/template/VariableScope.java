package dev.drydock.helm.template;

import java.util.ArrayList;
import java.util.List;

/** The variables that can be seen at a place of one template, the latest last (the {@code vars} of parse.go). */
final class VariableScope {

    private final List<String> names = new ArrayList<>(List.of("$"));

    int size() {
        return names.size();
    }

    void declare(String name) {
        names.add(name);
    }

    boolean sees(String name) {
        return names.contains(name);
    }

    /** Forgets what was declared since the scope had that size. */
    void shrinkTo(int size) {
        names.subList(size, names.size()).clear();
    }
}
