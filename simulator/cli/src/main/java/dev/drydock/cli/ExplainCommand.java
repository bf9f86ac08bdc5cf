package dev.drydock.cli;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.run.Account;
import dev.drydock.scenario.run.World;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells everything about one object of a scenario. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Runs a scenario and tells everything about one object: its outcome, why, and what happened to it.")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "The scenario file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "OBJECT", description = "Kind/namespace/name, or Kind/name.")
    private String object = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "Which scenario of the file.")
    private String name = "";

    @Option(
            names = "--after",
            paramLabel = "STEP",
            description = "As it was after this step, by its number or a part of its name (default: the last).")
    private @Nullable String after;

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private long seed;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Target target;
        try {
            target = Target.parse(object);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
        if (after != null) {
            Given.text("--after", after, "the number of a step or a part of its name");
        }
        Scenario scenario = LastWorld.scenario(file, name);
        World world = after == null ? LastWorld.of(scenario, seed) : LastWorld.after(scenario, after, seed);
        Account account = Account.of(world, target);
        account.lines().forEach(console::print);
        return account.isKnown() ? 0 : 2;
    }
}
