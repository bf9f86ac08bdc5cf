package dev.drydock.kubernetes.crd;

import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.interpret.Variables;
import dev.drydock.cel.value.Scalar;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import dev.drydock.yaml.GoQuote;
import java.nio.charset.StandardCharsets;

/**
 * What a broken rule says: what its messageExpression makes, or its message, or itself
 * (apiserver/schema/cel/validation.go, evalMessageExpression).
 *
 * @param text the words
 * @param cost what making them cost
 * @param isFatal whether making them cost so much that no rule runs any more
 */
record RuleMessage(String text, long cost, boolean isFatal) {

    private static final int MOST_BYTES = 5 * 1024;

    static RuleMessage of(SchemaRule rule, Variables variables, long budget) {
        Program program = rule.message();
        if (program == null) {
            return new RuleMessage(rule.messageOrDefault(), 0, false);
        }
        Evaluation made = KubernetesExpressions.run(program, variables);
        if (made.cost() > budget) {
            return new RuleMessage(
                    "messageExpression evaluation failed due to running out of cost budget, no further validation rules"
                            + " will be run",
                    0,
                    true);
        }
        if (made.cancelled()) {
            return new RuleMessage(
                    "no further validation rules will be run due to call cost exceeds limit for messageExpression: "
                            + GoQuote.quote(rule.rule().findText("messageExpression")),
                    0,
                    true);
        }
        String text = made.value() instanceof Scalar.Text words ? words.value().strip() : "";
        boolean usable =
                !text.isEmpty() && text.indexOf('\n') < 0 && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return new RuleMessage(usable ? text : rule.messageOrDefault(), made.cost(), false);
    }
}
