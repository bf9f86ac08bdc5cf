package dev.drydock.kubernetes.kinds;

import dev.drydock.cel.schema.FieldNames;
import dev.drydock.kubernetes.policy.PolicyExpressions;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What validating and mutating policies have in common (admissionregistration/validation/validation.go). */
final class PolicyParts {

    private static final int MOST_CONDITIONS = 64;

    private PolicyParts() {}

    /** The compiler for the expressions of a policy. */
    static PolicyExpressions compiler(MapNode spec) {
        boolean params = Read.has(spec, "paramKind");
        return spec.findList("variables").isEmpty()
                ? PolicyExpressions.plain(params)
                : PolicyExpressions.composed(params);
    }

    /** Everything up to the variables. */
    static void common(FieldErrors errors, MapNode spec) {
        Check.oneOf(errors, "spec.failurePolicy", spec.findText("failurePolicy"), List.of("Fail", "Ignore"));
        if (Read.has(spec, "paramKind")) {
            paramKind(errors, spec.findMap("paramKind"), "spec.paramKind");
        }
        if (!Read.has(spec, "matchConstraints")) {
            errors.add(FieldError.required("spec.matchConstraints", ""));
        } else {
            MapNode constraints = spec.findMap("matchConstraints");
            RequestRules.matched(errors, constraints, "spec.matchConstraints");
            if (constraints.findList("resourceRules").isEmpty()) {
                errors.add(FieldError.required("spec.matchConstraints.resourceRules", ""));
            }
        }
    }

    static void conditions(FieldErrors errors, MapNode spec) {
        conditions(errors, spec, "spec");
    }

    /** The conditions of a policy or of a webhook, which stands at a path. */
    static void conditions(FieldErrors errors, MapNode holder, String at) {
        int count = holder.findList("matchConditions").size();
        if (count > MOST_CONDITIONS) {
            errors.add(FieldError.tooMany(at + ".matchConditions", count, MOST_CONDITIONS));
        }
        Set<String> names = new HashSet<>();
        PolicyExpressions compiler = PolicyExpressions.plain(Read.has(holder, "paramKind"));
        Read.each(holder, "matchConditions", at, (condition, path) -> {
            String expression = condition.findText("expression").strip();
            if (expression.isEmpty()) {
                errors.add(FieldError.required(path + ".expression", ""));
            } else {
                compiled(errors, path + ".expression", expression, compiler.condition(expression));
            }
            String name = condition.findText("name");
            if (name.isEmpty()) {
                errors.add(FieldError.required(path + ".name", ""));
            } else {
                Check.all(errors, path + ".name", name, NameRules.labelKey(name));
                if (!names.add(name)) {
                    errors.add(FieldError.duplicate(path + ".name", name));
                }
            }
        });
    }

    static void variables(FieldErrors errors, MapNode spec, PolicyExpressions compiler) {
        Read.each(spec, "variables", "spec", (variable, path) -> {
            String name = variable.findText("name");
            if (name.isBlank()) {
                errors.add(FieldError.required(path + ".name", "name is not specified"));
            } else if (!isIdentifier(name)) {
                errors.add(FieldError.invalid(path + ".name", name, "must be a valid CEL identifier"));
            }
            String expression = variable.findText("expression");
            if (expression.isBlank()) {
                errors.add(FieldError.required(path + ".expression", "expression is not specified"));
            } else {
                compiled(errors, path + ".expression", expression, compiler.variable(name, expression));
            }
        });
    }

    /** Reports what is wrong with an expression. */
    static void compiled(FieldErrors errors, String path, String text, PolicyExpressions.Compiled compiled) {
        if (!compiled.error().isEmpty()) {
            errors.add(
                    compiled.internal()
                            ? FieldError.internal(path, compiled.error())
                            : FieldError.invalid(path, text, compiled.error()));
        }
    }

    private static boolean isIdentifier(String name) {
        return name.matches("[_a-zA-Z][_a-zA-Z0-9]*") && !FieldNames.isReserved(name);
    }

    private static void paramKind(FieldErrors errors, MapNode paramKind, String path) {
        String apiVersion = paramKind.findText("apiVersion");
        String[] parts = apiVersion.split("/", -1);
        if (apiVersion.isEmpty()) {
            errors.add(FieldError.required(path + ".apiVersion", ""));
        } else if (parts.length > 2) {
            errors.add(FieldError.invalid(
                    path + ".apiVersion", apiVersion, "unexpected GroupVersion string: " + apiVersion));
        } else {
            String group = parts.length == 1 ? "" : parts[0];
            String version = parts[parts.length - 1];
            List<String> wrong = group.isEmpty() ? List.of() : NameRules.dnsSubdomain(group);
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(path + ".apiVersion", group, String.join(",", wrong)));
            }
            if (version.isEmpty()) {
                errors.add(FieldError.invalid(path + ".apiVersion", apiVersion, "version must be specified"));
            } else if (!NameRules.dns1035Label(version).isEmpty()) {
                errors.add(FieldError.invalid(
                        path + ".apiVersion", version, String.join(",", NameRules.dns1035Label(version))));
            }
        }
        String kind = paramKind.findText("kind");
        if (kind.isEmpty()) {
            errors.add(FieldError.required(path + ".kind", ""));
            return;
        }
        List<String> wrong = NameRules.dns1035Label(kind.toLowerCase(Locale.ROOT));
        if (!wrong.isEmpty()) {
            errors.add(FieldError.invalid(
                    path + ".kind",
                    kind,
                    "may have mixed case, but should otherwise match: " + String.join(",", wrong)));
        }
    }
}
