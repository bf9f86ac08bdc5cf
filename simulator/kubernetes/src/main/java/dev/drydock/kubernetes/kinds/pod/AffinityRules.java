package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** To which nodes and pods a pod is drawn. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AffinityRules {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private AffinityRules() {}

    static void check(Field affinity) {
        Field node = affinity.in("nodeAffinity");
        if (node.has(REQUIRED)) {
            nodeSelector(node.in(REQUIRED));
        }
        for (Field term : node.items(PREFERRED)) {
            weight(term);
            // labels of preferences may be anything
            term(term.in("preference"), false);
        }
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            affinity.in(kind).items(REQUIRED).forEach(AffinityRules::podTerm);
            for (Field term : affinity.in(kind).items(PREFERRED)) {
                weight(term);
                podTerm(term.in("podAffinityTerm"));
            }
        }
    }

    private static void weight(Field term) {
        Field weight = term.in("weight");
        if (weight.number(0) <= 0 || weight.number(0) > 100) {
            weight.invalid(weight.number(0), "must be in the range 1-100");
        }
    }

    /** What is wrong with a selector of nodes. */
    public static void nodeSelector(Field selector) {
        if (selector.size("nodeSelectorTerms") == 0) {
            selector.in("nodeSelectorTerms").required("must have at least one node selector term");
        }
        selector.items("nodeSelectorTerms").forEach(term -> term(term, true));
    }

    private static void term(Field term, boolean strict) {
        term.items("matchExpressions").forEach(requirement -> requirement(requirement, strict));
        term.items("matchFields").forEach(AffinityRules::fieldRequirement);
    }

    private static void requirement(Field requirement, boolean strict) {
        int values = requirement.size("values");
        Field list = requirement.in("values");
        switch (requirement.text("operator")) {
            case "In", "NotIn" -> {
                if (values == 0) {
                    list.required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (values > 0) {
                    list.forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            case "Gt", "Lt" -> {
                if (values != 1) {
                    list.required("must be specified single value when `operator` is 'Lt' or 'Gt'");
                }
            }
            default -> unknownOperator(requirement);
        }
        Field key = requirement.in("key");
        NameRules.labelKey(key.text()).forEach(wrong -> key.invalid(key.text(), wrong));
        if (strict) {
            list.items().forEach(value -> value.invalid(NameRules.labelValue(value.text())));
        }
    }

    private static void unknownOperator(Field requirement) {
        requirement.in("operator").invalid(requirement.text("operator"), "not a valid selector operator");
    }

    private static void fieldRequirement(Field requirement) {
        switch (requirement.text("operator")) {
            case "In", "NotIn" -> {
                if (requirement.size("values") != 1) {
                    requirement
                            .in("values")
                            .required(
                                    "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
                }
            }
            default -> unknownOperator(requirement);
        }
        String key = requirement.text("key");
        if (!key.equals("metadata.name")) {
            requirement.in("key").invalid(key, "not a valid field selector key");
        } else {
            requirement.items("values").forEach(value -> value.invalid(NameRules.dnsSubdomain(value.text())));
        }
    }

    private static void podTerm(Field term) {
        for (String selector : List.of("labelSelector", "namespaceSelector")) {
            Field field = term.in(selector);
            term.addAll(LabelSelectors.validate(field.map(), field.path()));
        }
        // the server names the field in the singular
        for (Field namespace : term.items("namespaces")) {
            NameRules.dnsLabel(namespace.text())
                    .forEach(wrong -> term.in("namespace").invalid(namespace.text(), wrong));
        }
        labelKeys(term, true);
        Field key = term.in("topologyKey");
        if (key.text().isEmpty()) {
            key.required("can not be empty");
        }
        NameRules.labelKey(key.text()).forEach(wrong -> key.invalid(key.text(), wrong));
    }

    /** Keys whose values are those of the pod itself, and those whose values are not. */
    static void labelKeys(Field term, boolean withMismatch) {
        boolean selected = term.has("labelSelector");
        keys(term.in("matchLabelKeys"), selected);
        if (withMismatch) {
            keys(term.in("mismatchLabelKeys"), selected);
        }
        List<String> keys = term.value().findList("matchLabelKeys").strings();
        if (selected) {
            twice(term, keys);
        }
        List<String> mismatched =
                withMismatch ? term.value().findList("mismatchLabelKeys").strings() : List.of();
        for (Field key : term.items("matchLabelKeys")) {
            if (mismatched.contains(key.text())) {
                key.invalid("exists in both matchLabelKeys and mismatchLabelKeys");
            }
        }
    }

    private static void keys(Field keys, boolean selected) {
        if (keys.items().isEmpty()) {
            return;
        }
        if (!selected) {
            keys.forbidden("must not be specified when labelSelector is not set");
            return;
        }
        keys.items().forEach(key -> NameRules.labelKey(key.text()).forEach(key::invalid));
    }

    /** The selector has each key once already, which the server put there. */
    private static void twice(Field term, List<String> keys) {
        Set<String> selected =
                new HashSet<>(term.in("labelSelector", "matchLabels").map().keys());
        for (Node expression : term.value().findList("labelSelector", "matchExpressions")) {
            String key = expression.findText("key");
            int i = keys.lastIndexOf(key);
            if (i >= 0 && selected.contains(key)) {
                term.as(term.path() + "[" + i + "]").invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
            selected.add(key);
        }
    }
}
