package dev.drydock.conformance;

import dev.drydock.kubernetes.NotModelledException;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * One question of a corpus: what is asked of Drydock, and what the real system answered.
 *
 * @param id unique in the corpus
 * @param topic group in which it is counted
 * @param asking computes Drydock's answer
 * @param judge knows the real answer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Question(String id, String topic, Supplier<Answer> asking, Judge judge) {

    /**
     * Drydock's answer. Never throws: a feature that is not modelled is an answer, and an exception is
     * {@link Answer.Failed}.
     */
    public Answer answer() {
        try {
            return asking.get();
        } catch (NotModelledException e) {
            return Answer.notModelled(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return new Answer.Failed(e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }
}
