package dev.drydock.kustomize;

import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a build made.
 *
 * @param objects the objects in output order
 * @param text the objects as kustomize prints them, with {@code ---} lines between
 * @param warnings what kustomize prints to its error stream
 */
@API(status = API.Status.STABLE, since = "0.1")
public record BuildResult(List<MapNode> objects, String text, List<String> warnings) {

    /** Copies the lists. */
    public BuildResult {
        objects = List.copyOf(objects);
        warnings = List.copyOf(warnings);
    }
}
