package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Label selectors of objects ({@code matchLabels} and {@code matchExpressions}): what is wrong with them, and what they select. */
@API(status = API.Status.STABLE, since = "0.1")
public final class LabelSelectors {

    private LabelSelectors() {}

    /** What is wrong with a selector. */
    public static FieldErrors validate(MapNode selector, String path) {
        FieldErrors errors = new FieldErrors();
        labels(selector.findMap("matchLabels").strings(), path + ".matchLabels", errors);
        List<Node> expressions = selector.findList("matchExpressions").items();
        for (int i = 0; i < expressions.size(); i++) {
            requirement(expressions.get(i), path + ".matchExpressions[" + i + "]", errors);
        }
        return errors;
    }

    /** What is wrong with labels, in the order of their keys. */
    public static void labels(Map<String, String> labels, String path, FieldErrors errors) {
        new TreeMap<>(labels).forEach((key, value) -> {
            NameRules.labelKey(key).forEach(text -> errors.add(FieldError.invalid(path, key, text)));
            NameRules.labelValue(value).forEach(text -> errors.add(FieldError.invalid(path, value, text)));
        });
    }

    private static void requirement(Node expression, String path, FieldErrors errors) {
        List<String> values = expression.findList("values").strings();
        String operator = expression.findText("operator");
        switch (operator) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    errors.add(FieldError.required(
                            path + ".values", "must be specified when `operator` is 'In' or 'NotIn'"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    errors.add(FieldError.forbidden(
                            path + ".values", "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
                }
            }
            default -> errors.add(FieldError.invalid(path + ".operator", operator, "not a valid selector operator"));
        }
        String key = expression.findText("key");
        NameRules.labelKey(key).forEach(text -> errors.add(FieldError.invalid(path + ".key", key, text)));
        for (int i = 0; i < values.size(); i++) {
            String at = path + ".values[" + i + "]";
            String value = values.get(i);
            NameRules.labelValue(value).forEach(text -> errors.add(FieldError.invalid(at, value, text)));
        }
    }

    /** Whether a selector selects an object with these labels; an empty selector selects everything. */
    public static boolean matches(MapNode selector, Map<String, String> labels) {
        for (Map.Entry<String, String> wanted :
                selector.findMap("matchLabels").strings().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        for (Node expression : selector.findList("matchExpressions")) {
            if (!matches(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Node expression, Map<String, String> labels) {
        String value = labels.get(expression.findText("key"));
        List<String> values = expression.findList("values").strings();
        return switch (expression.findText("operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
