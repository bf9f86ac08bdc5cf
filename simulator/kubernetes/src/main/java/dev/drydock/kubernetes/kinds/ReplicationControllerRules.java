package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.DisabledFields;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** Replication controllers, whose selector is a map (pkg/apis/core/validation/validation.go). */
final class ReplicationControllerRules implements KindRules {

    private static final String[] SPEC = {"spec", "template", "spec"};

    private static final String[] TEMPLATE = {"spec", "template"};

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return DisabledFields.dropped(object, null, SPEC);
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return DisabledFields.dropped(object, old, SPEC);
    }

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
        return validateCreate(object).addAll(validateCreate(object));
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "Pod names and hostnames");
        warnings.addAll(Workloads.warnings(object, TEMPLATE));
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? Workloads.warnings(object, TEMPLATE) : List.of();
    }
}
