package dev.drydock.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Asks all questions of a corpus and judges the answers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Interrogation {

    /** Is told of every answer, in the order of the corpus. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Listener {

        /** Called after each question with what Drydock answered. */
        void answered(Question question, Answer answer);
    }

    private Interrogation() {}

    /** Asks the questions one by one. */
    public static Agreement of(List<Question> questions, Listener listener) {
        Map<String, Agreement.Count> topics = new TreeMap<>();
        List<Agreement.Difference> differences = new ArrayList<>();
        for (Question question : questions) {
            Answer answer = question.answer();
            listener.answered(question, answer);
            Agreement.Count count;
            if (answer instanceof Answer.NotModelled) {
                count = new Agreement.Count(0, 0, 1);
            } else {
                Optional<String> difference = question.judge().difference(answer);
                difference.ifPresent(text -> differences.add(new Agreement.Difference(question.id(), text)));
                count = difference.isPresent() ? new Agreement.Count(0, 1, 0) : new Agreement.Count(1, 0, 0);
            }
            topics.merge(question.topic(), count, Agreement.Count::plus);
        }
        return new Agreement(topics, differences);
    }
}
