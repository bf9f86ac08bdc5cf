package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.MapNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the class that is marked as the default; the newest when several are, then the first by name. */
final class DefaultClass {

    private DefaultClass() {}

    static Optional<String> among(List<MapNode> classes, String... annotations) {
        return classes.stream()
                .filter(one -> List.of(annotations).stream()
                        .anyMatch(key -> Texts.annotation(one, key).equals("true")))
                .min(Comparator.comparing((MapNode one) -> one.findText("metadata", "creationTimestamp"))
                        .reversed()
                        .thenComparing(Texts::name))
                .map(Texts::name);
    }
}
