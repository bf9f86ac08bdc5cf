package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** What rules in expressions must be before anybody compiles them (validation.go, from XValidations on). */
final class RuleShapeRules {

    static final String RULES = "x-kubernetes-validations";

    private static final List<String> REASONS =
            List.of("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");
    private static final String BREAKS = "must not contain line breaks";
    private static final String NOT_BLANK = "must be non-empty if specified";

    private RuleShapeRules() {}

    static void check(MapNode schema, String path, FieldErrors errors) {
        List<Node> rules = schema.findList(RULES).items();
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), schema, Paths.index(Paths.child(path, RULES), i), errors);
        }
    }

    private static void rule(Node rule, MapNode schema, String path, FieldErrors errors) {
        texts(rule, path, errors);
        String expression = rule.findText("messageExpression");
        if (!expression.isEmpty() && expression.isBlank()) {
            errors.add(FieldError.required(
                    path + ".messageExpression", "messageExpression must be non-empty if specified"));
        }
        String reason = rule.findString("reason");
        if (reason != null && !REASONS.contains(reason)) {
            errors.add(FieldError.notSupported(path + ".reason", reason, REASONS));
        }
        String fieldPath = rule.findText("fieldPath");
        if (fieldPath.isEmpty()) {
            return;
        }
        if (fieldPath.isBlank()) {
            errors.add(FieldError.invalid(path + ".fieldPath", fieldPath, NOT_BLANK));
        }
        if (hasBreaks(fieldPath)) {
            errors.add(FieldError.invalid(path + ".fieldPath", fieldPath, BREAKS));
        }
        if (Structure.isReadable(schema)
                && SchemaPath.find(fieldPath, schema, true).problem() != null) {
            errors.add(FieldError.invalid(path + ".fieldPath", fieldPath, "must be a valid path"));
        }
    }

    private static void texts(Node rule, String path, FieldErrors errors) {
        String text = rule.findText("rule").strip();
        String message = rule.findText("message");
        if (text.isEmpty()) {
            errors.add(FieldError.required(path + ".rule", "rule is not specified"));
        } else if (!message.isEmpty() && message.isBlank()) {
            errors.add(FieldError.invalid(path + ".message", message, NOT_BLANK));
        } else if (hasBreaks(message.strip())) {
            errors.add(FieldError.invalid(path + ".message", message, BREAKS));
        } else if (hasBreaks(text) && message.isBlank()) {
            errors.add(
                    FieldError.required(path + ".message", "message must be specified if rule contains line breaks"));
        }
    }

    private static boolean hasBreaks(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
