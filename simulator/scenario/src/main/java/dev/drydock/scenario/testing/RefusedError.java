package dev.drydock.scenario.testing;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.scenario.run.RequestResult;
import org.apiguardian.api.API;

/** A request that a test took for granted was refused. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RefusedError extends AssertionError {

    private static final long serialVersionUID = 1;

    RefusedError(String user, RequestResult result) {
        super(message(user, result));
    }

    private static String message(String user, RequestResult result) {
        String gap = result.notModelled();
        StringBuilder text = new StringBuilder("the request of ")
                .append(user)
                .append(" for ")
                .append(result.object());
        if (gap != null) {
            return text.append(" rests on what is not modelled: ").append(gap).toString();
        }
        text.append(" was refused\n  found     ")
                .append(result.code())
                .append(' ')
                .append(result.reason());
        text.append("\n            ").append(result.message());
        if (result.manifest().isKnown()) {
            text.append("\n  manifest  ").append(result.manifest());
        }
        result.explanation().ifPresent(explanation -> append(explanation, text));
        return text.append(
                        "\n  try       the method that begins with \"try\" and assertThatRequests(…).areBlocked(), when that is"
                                + " what you expect")
                .toString();
    }

    private static void append(Explanation explanation, StringBuilder text) {
        text.append("\n  because   ").append(explanation.because());
        explanation.considered().forEach(line -> text.append("\n            ").append(line));
        explanation.toAllow().forEach(line -> text.append("\n  to allow  ").append(line));
    }
}
