package dev.drydock.cli;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.run.BlastRadius;
import dev.drydock.scenario.run.World;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a user can change after a scenario, directly or through a controller. */
@Command(
        name = "blast-radius",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario and tells what a user can change after its last step, directly or through a "
                + "controller. With --within it exits 1 when that reaches further.")
final class BlastRadiusCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file.")
    private Path file = Path.of("");

    @Option(names = "--of", paramLabel = "USER", required = true, description = "Who.")
    private String user = "";

    @Option(names = "--group", paramLabel = "GROUP", description = "A group of the user; may be repeated.")
    private List<String> groups = List.of();

    @Option(names = "--within", paramLabel = "NS", split = ",", description = "Namespaces that are not told.")
    private @Nullable List<String> given;

    @Option(names = "--name", paramLabel = "TEXT", description = "Which scenario of the file.")
    private String name = "";

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private long seed;

    BlastRadiusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Given.text("--of", user, "the name of a user");
        groups.forEach(group -> Given.text("--group", group, "the name of a group"));
        List<String> within = within();
        World world = LastWorld.known(LastWorld.scenario(file, name), seed);
        List<String> ways = new BlastRadius(world).outside(UserInfo.named(user, groups), within);
        ways.forEach(console::print);
        world.notesOn(new Actor(user, groups)).forEach(note -> console.print(note.label() + "  " + note.text()));
        if (ways.isEmpty()) {
            console.print(
                    user + " can change nothing" + (within.isEmpty() ? "" : " outside " + String.join(", ", within)));
        }
        return ways.isEmpty() || within.isEmpty() ? 0 : 1;
    }

    private List<String> within() {
        if (given == null) {
            return List.of();
        }
        if (given.isEmpty()) {
            throw new BadInputException("--within names no namespace; names with commas between them are expected");
        }
        given.forEach(namespace -> Given.namespace("--within", namespace));
        return given;
    }
}
