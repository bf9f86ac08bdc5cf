package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Tolerations, how pods spread over nodes, and what holds their scheduling back. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SchedulingRules {

    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    private SchedulingRules() {}

    /** What is wrong with a list of tolerations. */
    public static void tolerations(Field tolerations) {
        tolerations.items().forEach(SchedulingRules::toleration);
    }

    private static void toleration(Field toleration) {
        String key = toleration.text("key");
        Field operator = toleration.in("operator");
        Field value = toleration.in("value");
        if (!key.isEmpty()) {
            toleration.in("key").invalid(NameRules.labelKey(key));
        } else if (!operator.text().equals("Exists")) {
            operator.invalid(
                    operator.text(),
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }
        Field effect = toleration.in("effect");
        if (toleration.has("tolerationSeconds") && !effect.text().equals("NoExecute")) {
            effect.invalid(effect.text(), "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        switch (operator.text()) {
            case "Equal", "" -> {
                List<String> wrong = NameRules.labelValue(value.text());
                if (!wrong.isEmpty()) {
                    operator.invalid(value.text(), String.join(";", wrong));
                }
            }
            case "Exists" -> {
                if (!value.text().isEmpty()) {
                    operator.invalid(value.text(), "value must be empty when `operator` is 'Exists'");
                }
            }
            case "Lt", "Gt" -> operator.unsupported(operator.text(), List.of("Equal", "Exists", "Lt", "Gt"));
            default -> operator.unsupported(operator.text(), List.of("Equal", "Exists"));
        }
        if (!effect.text().isEmpty()) {
            effect.oneOf(EFFECTS);
        }
    }

    static void spread(Field spec) {
        List<Field> constraints = spec.items("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            Field constraint = constraints.get(i);
            positive(constraint.in("maxSkew"));
            Field key = constraint.in("topologyKey");
            if (key.text().isEmpty()) {
                key.required("can not be empty");
            }
            constraint.in("whenUnsatisfiable").oneOf(List.of("DoNotSchedule", "ScheduleAnyway"));
            repeated(constraint, constraints.subList(i + 1, constraints.size()));
            domains(constraint);
            for (String policy : List.of("nodeAffinityPolicy", "nodeTaintsPolicy")) {
                constraint.in(policy).oneOfIfSet(List.of("Honor", "Ignore"));
            }
            AffinityRules.labelKeys(constraint, false);
            Field selector = constraint.in("labelSelector");
            constraint.addAll(LabelSelectors.validate(selector.map(), selector.path()));
        }
    }

    private static void positive(Field number) {
        if (number.number(0) <= 0) {
            number.invalid(number.number(0), "must be greater than zero");
        }
    }

    private static void repeated(Field constraint, List<Field> others) {
        String key = constraint.text("topologyKey");
        String action = constraint.text("whenUnsatisfiable");
        if (others.stream()
                .anyMatch(other -> other.text("topologyKey").equals(key)
                        && other.text("whenUnsatisfiable").equals(action))) {
            constraint
                    .as(constraint.path() + ".{topologyKey, whenUnsatisfiable}")
                    .duplicate("{" + key + ", " + action + "}");
        }
    }

    private static void domains(Field constraint) {
        Field domains = constraint.in("minDomains");
        if (!domains.isSet()) {
            return;
        }
        positive(domains);
        String action = constraint.text("whenUnsatisfiable");
        if (!action.equals("DoNotSchedule")) {
            domains.invalid("can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + action);
        }
    }

    static void gates(Field spec) {
        for (Field gate : spec.items("readinessGates")) {
            Field type = gate.in("conditionType");
            NameRules.labelKey(type.text()).forEach(wrong -> type.invalid(type.text(), wrong));
        }
        Set<String> seen = new HashSet<>();
        for (Field gate : spec.items("schedulingGates")) {
            String name = gate.text("name");
            NameRules.labelKey(name).forEach(wrong -> gate.invalid(name, wrong));
            if (!seen.add(name)) {
                gate.duplicate(name);
            }
        }
    }
}
