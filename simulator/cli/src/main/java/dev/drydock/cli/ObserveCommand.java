package dev.drydock.cli;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.observe.Observation;
import dev.drydock.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what Drydock predicts for scenarios in the format of recordings. */
@Command(
        name = "observe",
        mixinStandardHelpOptions = true,
        description = "Writes what happens in each scenario, in the format of recordings of the real system.")
final class ObserveCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "PATH", description = "A folder of recordings, or a scenario file.")
    private Path path = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where predicted.yaml files go.")
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private long seed;

    ObserveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = ScenarioFiles.find(List.of(path), ObserveCommand::isScenario);
        if (files.isEmpty()) {
            throw new BadInputException("no scenario.yaml or *.scenario.yaml is below " + path);
        }
        Progress progress = new Progress(console, files.size());
        int failed = 0;
        for (Path file : files) {
            List<Scenario> scenarios = ScenarioFiles.read(List.of(file));
            for (Scenario scenario : scenarios) {
                progress.next(scenario.name());
                failed += observe(scenario, folder(file, scenario, scenarios.size() > 1)) ? 0 : 1;
            }
        }
        progress.end();
        console.print(files.size() + " observed below " + out + (failed == 0 ? "" : ", " + failed + " failed"));
        return failed == 0 ? 0 : 2;
    }

    private boolean observe(Scenario scenario, Path folder) throws IOException {
        try {
            String text = YamlWriter.writeInOrder(Observation.of(scenario, new Seed(seed)));
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("predicted.yaml"), text);
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            console.problem("error: " + scenario.location() + ": " + e + (trace.length == 0 ? "" : " at " + trace[0]));
            return false;
        }
    }

    private static boolean isScenario(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals("scenario.yaml") || name.endsWith(".scenario.yaml");
    }

    /** As the recording lies below PATH; a folder of its own for each scenario that shares a file or folder. */
    private Path folder(Path file, Scenario scenario, boolean several) {
        Path parent = file.getParent();
        Path relative = parent == null || !Files.isDirectory(path) ? Path.of("") : path.relativize(parent);
        boolean named = several || !String.valueOf(file.getFileName()).equals("scenario.yaml");
        return named ? out.resolve(relative).resolve(scenario.name()) : out.resolve(relative);
    }
}
