package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** PriorityClasses (upstream {@code pkg/apis/scheduling/validation/validation.go}). */
final class PriorityClassRules implements KindRules {

    private static final long HIGHEST = 1_000_000_000;
    private static final Map<String, Long> SYSTEM =
            Map.of("system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

    @Override
    public String refusalOfDeletion(String name) {
        return SYSTEM.containsKey(name) ? "this is a system priority class and cannot be deleted" : "";
    }

    @Override
    public FieldErrors validateCreate(MapNode priorityClass) {
        FieldErrors errors = new FieldErrors();
        String name = priorityClass.findText("metadata", "name");
        long value = Read.number(priorityClass, 0, "value");
        if (name.startsWith("system-")) {
            String wrong = system(name, value, priorityClass.isTrue("globalDefault"));
            if (!wrong.isEmpty()) {
                errors.add(FieldError.forbidden(
                        "metadata.name",
                        "priority class names with 'system-' prefix are reserved for system use only. error: "
                                + wrong));
            }
        } else if (value > HIGHEST) {
            errors.add(FieldError.forbidden("value", "maximum allowed value of a user defined priority is " + HIGHEST));
        }
        Field policy = Field.of(priorityClass, errors).in("preemptionPolicy");
        if (policy.isSet()) {
            policy.requiredOneOf(List.of("PreemptLowerPriority", "Never"));
        }
        return errors;
    }

    private static String system(String name, long value, boolean isDefault) {
        Long known = SYSTEM.get(name);
        if (known == null) {
            return name + " is not a known system priority class";
        }
        if (known != value) {
            return "value of " + name + " PriorityClass must be " + known;
        }
        return isDefault ? "globalDefault of " + name + " PriorityClass must be false" : "";
    }

    @Override
    public FieldErrors validateUpdate(MapNode priorityClass, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (Read.number(priorityClass, 0, "value") != Read.number(old, 0, "value")) {
            errors.add(FieldError.forbidden("value", "may not be changed in an update."));
        }
        Check.immutable(errors, "preemptionPolicy", priorityClass, old, "preemptionPolicy");
        return errors;
    }
}
