package dev.drydock.kubernetes.kinds.pod;

import java.util.List;
import java.util.function.Consumer;

/** The containers of all kinds in a pod spec. */
final class Containers {

    static final List<String> LISTS = List.of("initContainers", "containers", "ephemeralContainers");

    private Containers() {}

    /** Calls the action with every container, those that run first first (pkg/apis/core/pods, VisitContainersWithPath). */
    static void each(Field spec, Consumer<Field> action) {
        for (String list : LISTS) {
            spec.items(list).forEach(action);
        }
    }

    static boolean isNamed(Field spec, String name) {
        boolean[] found = {false};
        each(spec, container -> found[0] |= container.text("name").equals(name));
        return found[0];
    }
}
