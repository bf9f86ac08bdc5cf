package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.OldNodeLabels;
import dev.drydock.kubernetes.kinds.pod.ResourceRules;
import dev.drydock.kubernetes.kinds.pod.SchedulingRules;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public List<String> warningsOnCreate(MapNode runtimeClass) {
        List<String> warnings = new ArrayList<>();
        for (String key : Read.sortedKeys(runtimeClass.findMap("scheduling", "nodeSelector"))) {
            String text = OldNodeLabels.textOf(key);
            if (!text.isEmpty()) {
                warnings.add("scheduling.nodeSelector: " + text);
            }
        }
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode runtimeClass, MapNode old) {
        return warningsOnCreate(runtimeClass);
    }
}
