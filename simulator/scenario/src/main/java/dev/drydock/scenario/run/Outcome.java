package dev.drydock.scenario.run;

import dev.drydock.scenario.OutcomeKind;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The predicted outcome of an object, with its reasons.
 *
 * @param kind the outcome, null when there is neither such an object nor a request for it
 * @param ready status of the Ready condition, null when there is none
 * @param reason reason of the Ready condition or of the refusal, empty when there is none
 * @param message its message, empty when there is none
 * @param stalled whether the object is stalled
 * @param revision the last applied or stored revision, empty when there is none
 * @param because what led here
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Outcome(
        @Nullable OutcomeKind kind,
        @Nullable String ready,
        String reason,
        String message,
        boolean stalled,
        String revision,
        List<Finding.Line> because) {

    /** An outcome with a copy of the lines. */
    public Outcome {
        because = List.copyOf(because);
    }

    static Outcome absent() {
        return new Outcome(null, null, "", "", false, "", List.of());
    }

    static Outcome of(OutcomeKind kind, String message) {
        return new Outcome(kind, null, "", message, false, "", List.of());
    }

    /** In words: the outcome, the condition and its message. */
    public String describe() {
        StringBuilder text = new StringBuilder(kind == null ? "no such object" : kind.toString());
        if (ready != null) {
            text.append("   Ready=").append(ready);
        }
        if (!reason.isEmpty()) {
            text.append(' ').append(reason);
        }
        if (stalled) {
            text.append(" (stalled)");
        }
        return message.isEmpty()
                ? text.toString()
                : text.append('\n').append(message.stripTrailing()).toString();
    }
}
