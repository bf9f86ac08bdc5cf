package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** Labels of nodes that have been renamed or given up (pkg/api/node/util.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OldNodeLabels {

    private static final Map<String, String> TEXTS = Map.of(
            "beta.kubernetes.io/arch", "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
            "beta.kubernetes.io/os", "deprecated since v1.14; use \"kubernetes.io/os\" instead",
            "failure-domain.beta.kubernetes.io/region",
                    "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
            "failure-domain.beta.kubernetes.io/zone",
                    "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
            "beta.kubernetes.io/instance-type",
                    "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead",
            "app.kubernetes.io/created-by", "deprecated since v1.9",
            "scheduler.alpha.kubernetes.io/preferAvoidPods",
                    "deprecated since v1.22; use Taints and Tolerations instead",
            "node-role.kubernetes.io/master", "use \"node-role.kubernetes.io/control-plane\" instead");

    private OldNodeLabels() {}

    /** What is to be said of a label, empty when it is none of these. */
    public static String textOf(String label) {
        return TEXTS.getOrDefault(label, "");
    }

    /** Warns of the expressions of a term that selects nodes, and of values that no label can have where nobody refuses them. */
    public static void ofTerm(Field term, boolean withValues, List<String> warnings) {
        for (Field expression : term.items("matchExpressions")) {
            String key = expression.text("key");
            if (!textOf(key).isEmpty()) {
                warnings.add(expression.in("key").path() + ": " + key + " is " + textOf(key));
            }
            if (withValues) {
                for (Field value : expression.in("values").items()) {
                    NameRules.labelValue(value.text())
                            .forEach(wrong ->
                                    warnings.add(value.path() + ": " + value.text() + " is invalid, " + wrong));
                }
            }
        }
    }
}
