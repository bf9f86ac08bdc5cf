package dev.drydock.flux.acl;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Whether helm-controller takes a source as ready (isSourceReady); the Ready condition alone does not decide. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceReadiness {

    private SourceReadiness() {}

    /** Why the source is not ready; empty when it is. */
    public static Optional<String> problem(MapNode source) {
        boolean artifact = source.find("status", "artifact") instanceof MapNode;
        String subject = ObjectFields.kind(source) + " '" + ObjectFields.namespace(source) + "/"
                + ObjectFields.name(source) + "' is not ready: ";
        if (ObjectFields.kind(source).equals("ExternalArtifact")) {
            return artifact ? Optional.empty() : Optional.of(subject + "does not have an artifact");
        }
        Long observed = source.findLong("status", "observedGeneration");
        if (observed == null || observed == 0) {
            return Optional.of("observed generation not found");
        }
        Long generation = source.findLong("metadata", "generation");
        if (observed != (generation == null ? 0 : generation)) {
            String failure = message(source, "Ready", "False");
            return Optional.of(
                    subject + (failure == null ? "latest generation of object has not been reconciled" : failure));
        }
        String stalled = message(source, "Stalled", "True");
        if (stalled != null) {
            return Optional.of(subject + stalled);
        }
        return artifact ? Optional.empty() : Optional.of(subject + "does not have an artifact");
    }

    private static @Nullable String message(MapNode object, String type, String status) {
        for (Node condition : object.findList("status", "conditions")) {
            if (condition.findText("type").equals(type)) {
                return condition.findText("status").equals(status) ? condition.findText("message") : null;
            }
        }
        return null;
    }
}
