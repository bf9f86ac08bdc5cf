package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.Map;

/** Replication controllers, whose selector is a map (pkg/apis/core/validation/validation.go). */
final class ReplicationControllerRules implements WorkloadRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        Workloads.notNegative(spec, "minReadySeconds");
        Map<String, String> selector = spec.in("selector").map().strings();
        if (selector.isEmpty()) {
            spec.in("selector").required("");
        }
        Workloads.notNegative(spec, "replicas");
        Field template = spec.in("template");
        if (!template.isSet()) {
            template.required("");
            return errors;
        }
        Field labels = template.in("metadata", "labels");
        if (!labels.map().strings().entrySet().containsAll(selector.entrySet())) {
            labels.invalid(Workloads.sorted(labels), "`selector` does not match template `labels`");
        }
        PodTemplateRules.check(template);
        Workloads.lasting(spec, "ReplicationController");
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return validateCreate(object);
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return ReplicaCounts.OF_REPLICA_SET.check(object, old);
    }
}
