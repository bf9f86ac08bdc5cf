package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.ResourceRules;
import dev.drydock.kubernetes.kinds.pod.SchedulingRules;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;

/** RuntimeClasses (upstream {@code pkg/apis/node/validation/validation.go}). */
final class RuntimeClassRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode runtimeClass) {
        FieldErrors errors = new FieldErrors();
        String handler = runtimeClass.findText("handler");
        if (handler.isEmpty()) {
            errors.add(FieldError.required("handler", ""));
        } else {
            Check.all(errors, "handler", handler, NameRules.dnsLabel(handler));
        }
        ResourceRules.overhead(
                Field.of(runtimeClass, errors).in("overhead", "podFixed").as("overhead"));
        LabelSelectors.labels(
                runtimeClass.findMap("scheduling", "nodeSelector").strings(), "scheduling.nodeSelector", errors);
        SchedulingRules.tolerations(Field.of(runtimeClass, errors).in("scheduling", "tolerations"));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode runtimeClass, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Check.immutable(errors, "handler", runtimeClass, old, "handler");
        return errors;
    }
}
