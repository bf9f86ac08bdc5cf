package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.DisabledFields;
import dev.drydock.kubernetes.kinds.pod.EphemeralContainers;
import dev.drydock.kubernetes.kinds.pod.PodCreation;
import dev.drydock.kubernetes.kinds.pod.PodPreparation;
import dev.drydock.kubernetes.kinds.pod.PodResizes;
import dev.drydock.kubernetes.kinds.pod.PodUpdates;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Pods (pkg/registry/core/pod/strategy.go); what is wrong with them stands in {@code kinds.pod}. */
final class PodRules implements KindRules {

    @Override
    public List<String> warningsBeforeCreate(MapNode object) {
        return PodPreparation.warnings(object);
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return PodPreparation.prepared(object, object.findText("metadata", "creationTimestamp"));
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return DisabledFields.dropped(object, old, "spec");
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        return PodCreation.check(object);
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return PodUpdates.check(object, old);
    }

    @Override
    public MapNode prepareSubresource(String subresource, MapNode object, MapNode old) {
        return switch (subresource) {
            case "ephemeralcontainers" -> EphemeralContainers.prepared(object, old);
            case "resize" -> PodResizes.prepared(object, old);
            default -> object;
        };
    }

    @Override
    public FieldErrors validateSubresource(String subresource, MapNode object, MapNode old) {
        return switch (subresource) {
            case "ephemeralcontainers" -> EphemeralContainers.check(object, old);
            case "resize" -> PodResizes.check(object, old);
            default -> PodUpdates.check(object, old);
        };
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "the Pod's hostname");
        warnings.addAll(PodWarnings.ofPod(object));
        return warnings;
    }
}
