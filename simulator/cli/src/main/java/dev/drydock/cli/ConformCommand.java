package dev.drydock.cli;

import dev.drydock.conformance.Agreement;
import dev.drydock.conformance.Answers;
import dev.drydock.conformance.Corpora;
import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.Interrogation;
import dev.drydock.conformance.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks Drydock the questions of a recorded corpus. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        description = "Asks Drydock the questions of a recorded corpus and prints how far it agrees.")
final class ConformCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "CORPUS",
            description = "Name of the corpus: ${COMPLETION-CANDIDATES}.",
            completionCandidates = CorpusNames.class)
    private String corpus = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "Its folder, or its file of cases.")
    private Path path = Path.of("");

    @Option(
            names = "--answers",
            paramLabel = "FILE|DIR",
            description = "Writes what Drydock answered: JSON Lines, or files named as the expected ones.")
    private @Nullable Path answers;

    @Option(names = "--show", paramLabel = "N", description = "Differences to print (default: ${DEFAULT-VALUE}).")
    private int show = 20;

    @Option(names = "--topic", paramLabel = "TEXT", description = "Asks only topics that contain this.")
    private String topic = "";

    @Option(names = "--id", paramLabel = "TEXT", description = "Asks only cases whose id contains this.")
    private String id = "";

    ConformCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Corpus found = Corpora.find(corpus)
                .orElseThrow(() -> new BadInputException(
                        "no corpus is named " + corpus + "; known: " + String.join(", ", Corpora.names())));
        if (show < 0) {
            throw new BadInputException("--show " + show + ": a number of differences from 0 on is expected");
        }
        List<Question> all = found.read(path);
        List<Question> questions = all.stream()
                .filter(q -> q.topic().contains(topic) && q.id().contains(id))
                .toList();
        if (questions.isEmpty()) {
            throw new BadInputException(
                    all.isEmpty()
                            ? "no questions found below " + path + "; the folder or file of the corpus " + corpus
                                    + " is expected"
                            : "no question below " + path + " has that topic and id; " + all.size() + " have others");
        }
        Agreement agreement = ask(questions);
        print(agreement);
        Agreement.Count total = agreement.total();
        return total.right() == total.total() ? 0 : 1;
    }

    private Agreement ask(List<Question> questions) throws IOException {
        Path target = answers;
        if (target == null) {
            return Interrogation.of(questions, (question, answer) -> {});
        }
        try (Answers writer = new Answers(target)) {
            return Interrogation.of(questions, writer);
        }
    }

    private void print(Agreement agreement) {
        agreement.differences().stream().limit(show).forEach(difference -> {
            console.print(difference.id());
            console.print("      " + difference.text());
        });
        agreement.topics().forEach((name, count) -> console.print(line(String.format("%-40s", name), count)));
        console.print(line("all", agreement.total()));
    }

    private String line(String name, Agreement.Count count) {
        double share = count.total() == 0 ? 100 : 100.0 * count.right() / count.total();
        String figures =
                String.format(Locale.ROOT, "%s %d/%d %.2f %% agree", name, count.right(), count.total(), share);
        return figures + ", "
                + (count.wrong() == 0 ? "0 wrong" : console.red(count.wrong() + " wrong")) + ", "
                + count.notModelled() + " not modelled";
    }

    /** The names for help and completion. */
    static final class CorpusNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Corpora.names().iterator();
        }
    }
}
