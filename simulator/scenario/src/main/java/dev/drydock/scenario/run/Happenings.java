package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Tells what happened in a scenario that expects nothing. */
final class Happenings {

    private Happenings() {}

    /** Refused requests, then every Flux object with its outcome. */
    static List<String> of(World world) {
        List<String> lines = new ArrayList<>();
        for (RequestResult request : world.requests()) {
            if (!request.isAccepted()) {
                String gap = request.notModelled();
                lines.add(request.object() + "  "
                        + (gap == null ? "Blocked " + request.code() + " " + request.message() : "NotModelled " + gap));
            }
        }
        Outcomes outcomes = new Outcomes(world);
        for (MapNode object : world.causedObjects()) {
            GroupVersionKind kind = ObjectLabel.kind(object);
            if (kind.group().endsWith(".toolkit.fluxcd.io")) {
                Target target = new Target(
                        kind.kind(),
                        kind.group(),
                        object.findText("metadata", "namespace"),
                        object.findText("metadata", "name"));
                lines.add(kind.kind() + "/" + target.namespace() + "/" + target.name() + "  "
                        + outcomes.of(target).describe().replace("\n", "  "));
            }
        }
        return lines;
    }
}
