package dev.drydock.scenario.run;

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
        world.fluxOutcomes()
                .forEach((target, outcome) -> lines.add(target.kind() + "/" + target.namespace() + "/" + target.name()
                        + "  " + outcome.describe().replace("\n", "  ")));
        return lines;
    }
}
