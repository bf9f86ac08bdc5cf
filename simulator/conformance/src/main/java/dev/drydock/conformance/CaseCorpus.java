package dev.drydock.conformance;

import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/** A corpus that is a file of JSON cases, one a line, each with {@code id} and {@code answer}, {@code out} or {@code steps}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaseCorpus implements Corpus {

    /** Answers the cases of one file. Made once a file; what it keeps must not make answers depend on their order. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Answers {

        /**
         * The answer to one case.
         *
         * @throws dev.drydock.kubernetes.NotModelledException when the case needs what is not modelled
         */
        Answer answer(MapNode question);
    }

    /** Makes the answers of the cases in a folder; reads there what the cases share. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Opening {

        /**
         * The answers.
         *
         * @throws IOException when a shared file cannot be read
         */
        Answers open(Path folder) throws IOException;
    }

    private final String name;
    private final Function<MapNode, String> topic;
    private final Opening opening;

    private CaseCorpus(String name, Function<MapNode, String> topic, Opening opening) {
        this.name = name;
        this.topic = topic;
        this.opening = opening;
    }

    /** A corpus whose topic is a field of the case, such as {@code topic} or {@code kind}. */
    public static CaseCorpus of(String name, String topicField, Opening opening) {
        return new CaseCorpus(name, question -> question.findText(topicField), opening);
    }

    /** A corpus whose topics are two fields of the case, written {@code part/topic}. */
    public static CaseCorpus of(String name, String partField, String topicField, Opening opening) {
        return new CaseCorpus(
                name, question -> question.findText(partField) + "/" + question.findText(topicField), opening);
    }

    /** A corpus that no room answers yet. */
    public static CaseCorpus notModelled(String name, String topicField, String feature) {
        return of(name, topicField, folder -> question -> Answer.notModelled(feature));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve("cases.jsonl") : path;
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        Answers answers = opening.open(folder == null ? file.toAbsolutePath() : folder);
        List<Question> questions = new ArrayList<>();
        for (MapNode question : JsonLines.read(file)) {
            questions.add(new Question(
                    question.findText("id"),
                    topic.apply(question),
                    () -> answers.answer(question),
                    CaseJudge.of(question)));
        }
        return questions;
    }
}
