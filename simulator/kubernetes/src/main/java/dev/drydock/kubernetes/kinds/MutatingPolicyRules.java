package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.policy.PolicyExpressions;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** MutatingAdmissionPolicies (admissionregistration/validation/validation.go). */
final class MutatingPolicyRules implements KindRules {

    private static final List<String> OPERATIONS = List.of("*", "CONNECT", "CREATE", "UPDATE");

    @Override
    public FieldErrors validateCreate(MapNode policy) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = policy.findMap("spec");
        PolicyExpressions compiler = PolicyParts.compiler(spec);
        PolicyParts.common(errors, spec);
        for (Node rule : spec.findList("matchConstraints", "resourceRules")) {
            for (String operation : rule.findList("operations").strings()) {
                Check.oneOf(errors, "spec.matchConstraints.resourceRules.operations", operation, OPERATIONS);
            }
        }
        PolicyParts.conditions(errors, spec);
        PolicyParts.variables(errors, spec, compiler);
        if (spec.findList("mutations").isEmpty()) {
            errors.add(FieldError.required("spec.mutations", "mutations must contain at least one item"));
        }
        Read.each(spec, "mutations", "spec", (mutation, path) -> mutation(errors, mutation, path, compiler));
        String again = spec.findText("reinvocationPolicy");
        if (again.isEmpty()) {
            errors.add(FieldError.required("spec.reinvocationPolicy", ""));
        } else {
            Check.oneOf(errors, "spec.reinvocationPolicy", again, List.of("IfNeeded", "Never"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode policy, MapNode old) {
        return validateCreate(policy);
    }

    private static void mutation(FieldErrors errors, MapNode mutation, String path, PolicyExpressions compiler) {
        switch (mutation.findText("patchType")) {
            case "" -> errors.add(FieldError.required(path + ".patchType", ""));
            case "JSONPatch" -> {
                patch(errors, mutation, path, "jsonPatch", "JSONPatch", compiler);
                absent(errors, mutation, path, "applyConfiguration", "JSONPatch");
            }
            case "ApplyConfiguration" -> {
                patch(errors, mutation, path, "applyConfiguration", "ApplyConfiguration", compiler);
                absent(errors, mutation, path, "jsonPatch", "ApplyConfiguration");
            }
            default ->
                errors.add(FieldError.notSupported(
                        path + ".patchType",
                        mutation.findText("patchType"),
                        List.of("ApplyConfiguration", "JSONPatch")));
        }
    }

    private static void patch(
            FieldErrors errors, MapNode mutation, String path, String field, String type, PolicyExpressions compiler) {
        if (!Read.has(mutation, field)) {
            errors.add(FieldError.required(path + "." + field, "must be specified when patchType is " + type));
            return;
        }
        String expression = mutation.findText(field, "expression").strip();
        String at = path + "." + field + ".expression";
        if (expression.isEmpty()) {
            errors.add(FieldError.required(at, ""));
        } else {
            PolicyParts.compiled(
                    errors,
                    at,
                    expression,
                    type.equals("JSONPatch")
                            ? compiler.jsonPatch(expression)
                            : compiler.applyConfiguration(expression));
        }
    }

    private static void absent(FieldErrors errors, MapNode mutation, String path, String field, String type) {
        if (Read.has(mutation, field)) {
            errors.add(FieldError.invalid(
                    path + "." + field, "{" + field + "}", "must not be specified when patchType is " + type));
        }
    }
}
