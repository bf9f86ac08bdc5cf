package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.policy.PolicyExpressions;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** ValidatingAdmissionPolicies (admissionregistration/validation/validation.go). */
final class ValidatingPolicyRules implements KindRules {

    private static final String NOTHING = "validations or auditAnnotations must contain at least one item";
    private static final List<String> REASONS = List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
    private static final int MOST_ANNOTATIONS = 20;
    private static final int LONGEST_ANNOTATION = 5 * 1024;

    @Override
    public MapNode prepareForCreate(MapNode policy) {
        return policy.with("status", MapNode.EMPTY);
    }

    @Override
    public FieldErrors validateCreate(MapNode policy) {
        return validate(policy, true);
    }

    @Override
    public FieldErrors validateUpdate(MapNode policy, MapNode old) {
        boolean conditionsChanged = !Read.same(policy.find("spec", "paramKind"), old.find("spec", "paramKind"))
                || !Read.same(policy.find("spec", "matchConditions"), old.find("spec", "matchConditions"));
        return validate(policy, conditionsChanged);
    }

    private static FieldErrors validate(MapNode policy, boolean withConditions) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = policy.findMap("spec");
        PolicyExpressions compiler = PolicyParts.compiler(spec);
        PolicyParts.common(errors, spec);
        if (withConditions) {
            PolicyParts.conditions(errors, spec);
        }
        PolicyParts.variables(errors, spec, compiler);
        if (spec.findList("validations").isEmpty()
                && spec.findList("auditAnnotations").isEmpty()) {
            errors.add(FieldError.required("spec.validations", NOTHING));
            errors.add(FieldError.required("spec.auditAnnotations", NOTHING));
            return errors;
        }
        Read.each(spec, "validations", "spec", (validation, path) -> validation(errors, validation, path, compiler));
        annotations(errors, policy, compiler);
        return errors;
    }

    private static void validation(FieldErrors errors, MapNode validation, String path, PolicyExpressions compiler) {
        String expression = validation.findText("expression");
        if (expression.isBlank()) {
            errors.add(FieldError.required(path + ".expression", "expression is not specified"));
        } else {
            PolicyParts.compiled(errors, path + ".expression", expression, compiler.condition(expression));
        }
        String messageExpression = validation.findText("messageExpression");
        if (!messageExpression.isEmpty() && messageExpression.isBlank()) {
            errors.add(FieldError.invalid(
                    path + ".messageExpression", messageExpression, "must be non-empty if specified"));
        } else if (!messageExpression.isEmpty()) {
            PolicyParts.compiled(
                    errors, path + ".messageExpression", messageExpression, compiler.message(messageExpression));
        }
        String message = validation.findText("message");
        if (!message.isEmpty() && message.isBlank()) {
            errors.add(FieldError.invalid(path + ".message", message, "must be non-empty if specified"));
        } else if (message.strip().contains("\n") || message.strip().contains("\r")) {
            errors.add(FieldError.invalid(path + ".message", message, "must not contain line breaks"));
        }
        if (Read.has(validation, "reason")) {
            Check.oneOf(errors, path + ".reason", validation.findText("reason"), REASONS);
        }
    }

    private static void annotations(FieldErrors errors, MapNode policy, PolicyExpressions compiler) {
        MapNode spec = policy.findMap("spec");
        if (spec.findList("auditAnnotations").size() > MOST_ANNOTATIONS) {
            errors.add(FieldError.invalid(
                    "spec.auditAnnotations",
                    spec.findList("auditAnnotations").map(ValidatingPolicyRules::asStruct),
                    "must not have more than " + MOST_ANNOTATIONS + " auditAnnotations"));
        }
        Set<String> keys = new HashSet<>();
        Read.each(spec, "auditAnnotations", "spec", (annotation, path) -> {
            String key = annotation.findText("key");
            String name = policy.findText("metadata", "name");
            if (name.isEmpty()) {
                errors.add(FieldError.invalid(path + ".key", key, "requires metadata.name be non-empty"));
            } else {
                String qualified = name + "/" + key;
                Check.all(errors, path + ".key", qualified, NameRules.labelKey(qualified));
            }
            String value = annotation.findText("valueExpression");
            String trimmed = value.strip();
            if (trimmed.isEmpty()) {
                errors.add(FieldError.required(path + ".valueExpression", "valueExpression is not specified"));
            } else if (trimmed.getBytes(StandardCharsets.UTF_8).length > LONGEST_ANNOTATION) {
                errors.add(FieldError.required(
                        path + ".valueExpression", "must not exceed " + LONGEST_ANNOTATION + " bytes in length"));
            } else {
                PolicyParts.compiled(errors, path + ".valueExpression", value, compiler.annotation(trimmed));
            }
            if (!keys.add(key)) {
                errors.add(FieldError.duplicate(path + ".key", key));
            }
        });
    }

    /** An annotation as the server holds it. */
    private static Node asStruct(Node annotation) {
        return MapNode.of("Key", annotation.findText("key"), "ValueExpression", annotation.findText("valueExpression"));
    }
}
