package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.SchedulingRules;
import dev.drydock.kubernetes.quantity.Quantity;
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
        MapNode overhead = runtimeClass.findMap("overhead", "podFixed");
        for (String name : Read.sortedKeys(overhead)) {
            String field = "overhead.podFixed[" + name + "]";
            errors.addAll(ResourceNames.validateForContainers(field, name));
            Quantity.of(overhead.get(name)).ifPresent(amount -> ResourceQuotaRules.amount(errors, field, name, amount));
        }
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
