package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.SpecWarnings;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Objects;

/** What clients are warned of in pods and their templates (pkg/api/pod/warnings.go). */
final class PodWarnings {

    private PodWarnings() {}

    /** Whether an update changes the spec; others are not warned of (the strategies' WarningsOnUpdate). */
    static boolean isNewGeneration(MapNode object, MapNode old) {
        return !Objects.equals(object.findLong("metadata", "generation"), old.findLong("metadata", "generation"));
    }

    static List<String> ofPod(MapNode pod) {
        return new SpecWarnings(pod, "").list();
    }

    static List<String> ofTemplate(MapNode template, String path) {
        return new SpecWarnings(template, path).list();
    }
}
