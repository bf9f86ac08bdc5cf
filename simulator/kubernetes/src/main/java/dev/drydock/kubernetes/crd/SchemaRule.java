package dev.drydock.kubernetes.crd;

import dev.drydock.cel.interpret.Program;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code x-kubernetes-validations}, compiled (apiserver/schema/cel/compilation.go, CompilationResult).
 *
 * @param rule the rule as it stands in the schema
 * @param program what decides, null when the rule is empty or wrong
 * @param error why the rule is wrong, null when it is not
 * @param usesOldSelf whether it speaks of the older value
 * @param maxCost what one run costs at most, unsigned
 * @param message what makes the message, null without a right messageExpression
 * @param messageError why the messageExpression is wrong, null when it is not
 * @param messageCost what making the message costs at most, unsigned
 * @param fieldPath path below the value that errors name, empty for the value itself
 */
record SchemaRule(
        Node rule,
        @Nullable Program program,
        @Nullable String error,
        boolean usesOldSelf,
        long maxCost,
        @Nullable Program message,
        @Nullable String messageError,
        long messageCost,
        String fieldPath) {

    boolean hasOptionalOldSelf() {
        return Node.of(true).equals(rule.find("optionalOldSelf"));
    }

    /** What an error says of the rule: its message, or itself. */
    String words() {
        String message = rule.findText("message");
        return (message.isEmpty() ? rule.findText("rule") : message).strip();
    }

    String messageOrDefault() {
        return rule.findText("message").isEmpty() ? "failed rule: " + words() : words();
    }
}
