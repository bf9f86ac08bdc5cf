package dev.drydock.kubernetes.rbac;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The rules that apply to a user in a namespace.
 *
 * @param rules the rules as the roles have them, cluster-wide bindings first
 * @param errors why some bindings gave no rules, in the order in which they were met
 */
@API(status = API.Status.STABLE, since = "0.1")
public record EffectiveRules(List<PolicyRule> rules, List<String> errors) {

    /** Effective rules with copies of the lists. */
    public EffectiveRules {
        rules = List.copyOf(rules);
        errors = List.copyOf(errors);
    }

    /** The errors as one text, empty when there are none. */
    String error() {
        return aggregate(errors);
    }

    /** One error bare, several in brackets, repeated ones once (upstream {@code errors.NewAggregate}). */
    static String aggregate(List<String> errors) {
        Set<String> distinct = new LinkedHashSet<>(errors);
        return distinct.size() > 1 ? "[" + String.join(", ", distinct) + "]" : String.join("", distinct);
    }
}
