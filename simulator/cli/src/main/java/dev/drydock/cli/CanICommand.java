package dev.drydock.cli;

import dev.drydock.scenario.Actor;
import dev.drydock.scenario.run.AccessQuestion;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.Verdict;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks whether a user may do something after a scenario. */
@Command(
        name = "can-i",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario and asks whether a user may do something after its last step, and why. "
                + "Exits 0 for yes and 1 for no.")
final class CanICommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "VERB", description = "Verb of the API, such as patch.")
    private String verb = "";

    @Parameters(index = "1", paramLabel = "RESOURCE", description = "Plural name, plural.group, or a /path.")
    private String resource = "";

    @Parameters(index = "2", paramLabel = "SCENARIO", description = "The scenario file.")
    private Path file = Path.of("");

    @Option(names = "--as", paramLabel = "USER", required = true, description = "Who asks.")
    private String user = "";

    @Option(names = "--group", paramLabel = "GROUP", description = "A group of the user; may be repeated.")
    private List<String> groups = List.of();

    @Option(names = "--namespace", paramLabel = "NS", description = "Where; in all namespaces when absent.")
    private @Nullable String namespace;

    @Option(names = "--object", paramLabel = "NAME", description = "Which object; any when absent.")
    private @Nullable String object;

    @Option(names = "--subresource", paramLabel = "NAME", description = "Which subresource of it.")
    private @Nullable String subresource;

    @Option(names = "--name", paramLabel = "TEXT", description = "Which scenario of the file.")
    private String name = "";

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private long seed;

    CanICommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AccessQuestion question = question();
        World world = LastWorld.known(LastWorld.scenario(file, name), seed);
        AccessQuestion.Answer answer;
        try {
            answer = question.ask(world);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
        console.print(answer.isAllowed() ? "yes" : "no");
        if (!answer.lines().isEmpty()) {
            console.print(new Finding(Verdict.HELD, "", Location.NONE, answer.lines()).details());
        }
        return answer.isAllowed() ? 0 : 1;
    }

    private AccessQuestion question() {
        Given.text("--as", user, "the name of a user");
        groups.forEach(group -> Given.text("--group", group, "the name of a group"));
        return new AccessQuestion(
                new Actor(user, groups),
                Given.text("VERB", verb, "a verb of the API, such as patch,"),
                Given.text("RESOURCE", resource, "a plural name, such as configmaps,"),
                subresource == null ? "" : Given.text("--subresource", subresource, "the name of a subresource"),
                namespace == null ? "" : Given.namespace("--namespace", namespace),
                object == null ? "" : Given.text("--object", object, "the name of an object"));
    }
}
