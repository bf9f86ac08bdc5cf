package dev.drydock.kubernetes.crd;

import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.Variables;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules of a schema on an object, within one budget (apiserver/schema/cel/validation.go). */
final class RuleRun {

    /** What all rules together may cost on one object (apiserver, pkg/apis/cel/config.go). */
    private static final long BUDGET = 10_000_000;

    private static final String EXHAUSTED =
            "validation failed due to running out of cost budget, no further validation rules will be run";

    private final FieldErrors errors = new FieldErrors();
    private final Consumer<String> warnings;
    private long budget = BUDGET;

    private RuleRun(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * What rules say of a value.
     *
     * @param old what it was, null for a new one
     * @param correlation the value with what it was, null when what is wrong already shall not be tolerated
     * @param warnings hears of what is tolerated because it did not change
     */
    static FieldErrors of(
            RuleTree tree,
            Node value,
            @Nullable Node old,
            @Nullable Correlation correlation,
            String path,
            Consumer<String> warnings) {
        RuleRun run = new RuleRun(warnings);
        run.value(tree, value, old, new RuleRatchet(correlation, null), path);
        return run.errors;
    }

    /** Answers whether rules may go on. */
    private boolean value(@Nullable RuleTree tree, Node value, @Nullable Node old, RuleRatchet ratchet, String path) {
        if (tree == null || value.isNull()) {
            return true;
        }
        Node before = old == null || old.isNull() ? null : old;
        if (!rules(tree, value, before, ratchet, path)) {
            return false;
        }
        if (value instanceof ListNode list) {
            return list(tree, list, before, ratchet, path);
        }
        return !(value instanceof MapNode map) || map(tree, map, before, ratchet, path);
    }

    private boolean list(RuleTree tree, ListNode list, @Nullable Node old, RuleRatchet ratchet, String path) {
        for (int i = 0; tree.items() != null && i < list.size(); i++) {
            Correlation same = old == null ? null : new Correlation(list, old, tree.schema()).index(i);
            Node before = same == null ? null : same.old();
            if (!value(tree.items(), list.get(i), before, ratchet.index(i), Paths.index(path, i))) {
                return false;
            }
        }
        return true;
    }

    private boolean map(RuleTree tree, MapNode map, @Nullable Node old, RuleRatchet ratchet, String path) {
        for (String key : new TreeSet<>(map.keys())) {
            Node item = map.get(key);
            Node before = old == null ? null : old.find(key);
            if (item != null && !value(tree.additional(), item, before, ratchet.key(key), Paths.key(path, key))) {
                return false;
            }
        }
        for (String key : new TreeSet<>(map.keys())) {
            Node item = map.get(key);
            Node before = old == null ? null : old.find(key);
            if (item != null && !value(tree.property(key), item, before, ratchet.key(key), Paths.child(path, key))) {
                return false;
            }
        }
        return true;
    }

    private boolean rules(RuleTree tree, Node value, @Nullable Node old, RuleRatchet ratchet, String path) {
        if (tree.rules().isEmpty()) {
            return true;
        }
        if (budget <= 0) {
            return exhausted(tree, path);
        }
        boolean anyOld = tree.rules().stream().anyMatch(SchemaRule::usesOldSelf);
        Value self = SchemaValues.of(value, tree.valueSchema());
        Value oldSelf = anyOld && old != null ? SchemaValues.of(old, tree.valueSchema()) : null;
        Variables variables = name -> name.equals("self") ? self : name.equals("oldSelf") ? oldSelf : null;
        OptionalValue optional = oldSelf == null ? OptionalValue.NONE : OptionalValue.of(oldSelf);
        Variables withOptional = name -> anyOld && name.equals("oldSelf") ? optional : variables.find(name);
        for (SchemaRule rule : tree.rules()) {
            boolean skipped = rule.usesOldSelf() && old == null && !rule.hasOptionalOldSelf();
            if (rule.program() == null || skipped) {
                continue;
            }
            Evaluation result =
                    KubernetesExpressions.run(rule.program(), rule.hasOptionalOldSelf() ? withOptional : variables);
            if (result.cost() > budget) {
                return exhausted(tree, path);
            }
            budget -= result.cost();
            boolean goesOn = result.value() instanceof Failure failure
                    ? failed(rule, failure.message(), tree, path)
                    : Scalar.TRUE.equals(result.value()) || broken(rule, tree, value, variables, ratchet, path);
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    private static String type(RuleTree tree) {
        return tree.schema().findText("type");
    }

    private static String field(String path) {
        return path.isEmpty() ? "<nil>" : path;
    }

    private boolean exhausted(RuleTree tree, String path) {
        errors.add(FieldError.invalid(field(path), type(tree), EXHAUSTED));
        return false;
    }

    private boolean failed(SchemaRule rule, String message, RuleTree tree, String path) {
        String words;
        boolean costly = message.startsWith("operation cancelled: actual cost limit exceeded");
        if (message.startsWith("no such overload")) {
            words = "'" + message
                    + "': call arguments did not match a supported operator, function or macro signature for rule: ";
        } else if (costly) {
            words = "'" + message
                    + "': no further validation rules will be run due to call cost exceeds limit for rule: ";
        } else {
            words = message + " evaluating rule: ";
        }
        errors.add(FieldError.invalid(field(path), type(tree), words + rule.words()));
        return !costly;
    }

    private boolean broken(
            SchemaRule rule, RuleTree tree, Node value, Variables variables, RuleRatchet ratchet, String path) {
        String at = rule.fieldPath().isEmpty() ? path : Paths.child(path, rule.fieldPath());
        RuleMessage message = RuleMessage.of(rule, variables, budget);
        budget -= message.cost();
        boolean tolerated = !rule.usesOldSelf() && ratchet.isUnchanged();
        FieldError error = message.isFatal()
                ? FieldError.invalid(field(at), type(tree), message.text())
                : error(rule, field(at), value, type(tree), message.text());
        if (tolerated) {
            warnings.accept(error.toString());
        } else {
            errors.add(error);
        }
        return !message.isFatal();
    }

    /** Objects and lists are not shown. */
    private static FieldError error(SchemaRule rule, String path, Node value, String type, String text) {
        boolean hidden = type.equals("object") || type.equals("array");
        return switch (rule.rule().findText("reason")) {
            case "FieldValueForbidden" -> FieldError.forbidden(path, text);
            case "FieldValueRequired" -> FieldError.required(path, text);
            case "FieldValueDuplicate" ->
                hidden
                        ? new FieldError("FieldValueDuplicate", path, "Duplicate value")
                        : FieldError.duplicate(path, value);
            default ->
                hidden
                        ? new FieldError("FieldValueInvalid", path, "Invalid value: " + text)
                        : FieldError.invalid(path, value, text);
        };
    }
}
