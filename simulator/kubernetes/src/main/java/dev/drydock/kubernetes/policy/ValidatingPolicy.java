package dev.drydock.kubernetes.policy;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.policy.Activation.OutOfBudget;
import dev.drydock.kubernetes.policy.CompiledPolicy.Annotation;
import dev.drydock.kubernetes.policy.CompiledPolicy.Validation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a validating policy about a request (apiserver, policy/validating/validator.go). */
public final class ValidatingPolicy {

    private static final int LONGEST_MESSAGE = 5 * 1024;

    private ValidatingPolicy() {}

    /** The verdict of a policy with one parameter. */
    public static Verdict judge(CompiledPolicy policy, PolicyInput input) {
        MatchConditions.Outcome matched = MatchConditions.ask(policy, input);
        if (!matched.error().isEmpty()) {
            return Verdict.error(policy.failing, matched.error());
        }
        if (!matched.matches()) {
            return Verdict.NOTHING;
        }
        Activation activation = new Activation(policy, input, Activation.BUDGET);
        List<Value> results = new ArrayList<>();
        try {
            for (Validation validation : policy.validations) {
                results.add(activation.evaluate(validation.expression()));
            }
        } catch (OutOfBudget e) {
            return Verdict.error(policy.failing, Activation.EXHAUSTED);
        }
        List<Verdict.Denial> denials = denials(policy, results, activation.next());
        Map<String, String> annotations = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        try {
            annotate(policy, new Activation(policy, input, Activation.BUDGET), annotations, wrong);
        } catch (OutOfBudget e) {
            return Verdict.error(policy.failing, Activation.EXHAUSTED);
        }
        return new Verdict(denials, annotations, wrong);
    }

    private static List<Verdict.Denial> denials(CompiledPolicy policy, List<Value> results, Activation activation) {
        List<Verdict.Denial> denials = new ArrayList<>();
        @Nullable List<Value> messages = messages(policy, activation);
        for (int i = 0; i < results.size(); i++) {
            Validation validation = policy.validations.get(i);
            if (results.get(i) instanceof Failure failure) {
                if (policy.failing) {
                    denials.add(new Verdict.Denial(failure.message(), ""));
                }
            } else if (messages == null) {
                if (policy.failing) {
                    denials.add(new Verdict.Denial("failed messageExpression: " + Activation.EXHAUSTED, ""));
                }
            } else if (!results.get(i).equals(new Scalar.Bool(true))) {
                String reason = validation.reason().isEmpty() ? "Invalid" : validation.reason();
                denials.add(new Verdict.Denial(message(validation, messages.get(i)), reason));
            }
        }
        return denials;
    }

    /** The values of the message expressions, all of which are computed whether or not they are needed; null at the end of the budget. */
    private static @Nullable List<Value> messages(CompiledPolicy policy, Activation activation) {
        List<Value> messages = new ArrayList<>();
        try {
            for (Validation validation : policy.validations) {
                messages.add(
                        validation.messageExpression() == null
                                ? Scalar.Null.NULL
                                : activation.evaluate(validation.messageExpression()));
            }
        } catch (OutOfBudget e) {
            return null;
        }
        return messages;
    }

    private static String message(Validation validation, Value computed) {
        String message = "";
        if (computed instanceof Scalar.Text text) {
            message = text.value().strip();
            if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE || message.contains("\n")) {
                message = "";
            }
        }
        if (message.isEmpty()) {
            message = validation.message().strip();
        }
        return message.isEmpty()
                ? "failed expression: " + validation.expression().text().strip()
                : message;
    }

    private static void annotate(
            CompiledPolicy policy, Activation activation, Map<String, String> annotations, List<String> wrong)
            throws OutOfBudget {
        for (Annotation annotation : policy.annotations) {
            Value value = activation.evaluate(annotation.value());
            if (value instanceof Failure failure) {
                if (policy.failing) {
                    wrong.add(failure.message());
                }
            } else if (value instanceof Scalar.Text text && !text.value().isBlank()) {
                annotations.put(annotation.key(), text.value().strip());
            }
        }
    }
}
