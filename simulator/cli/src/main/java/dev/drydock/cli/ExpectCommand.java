package dev.drydock.cli;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.observe.Expectations;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.OperationResult;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a scenario that expects what a recording shows. */
@Command(
        name = "expect",
        mixinStandardHelpOptions = true,
        description =
                "Copies a recording (scenario.yaml, observed.yaml and its files) as a scenario that expects what the"
                        + " real system did. What does not hold yet is marked knownDifference.")
final class ExpectCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "RECORDING", description = "A folder with scenario.yaml and observed.yaml.")
    private Path recording = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the new scenario.")
    private Path out = Path.of("");

    ExpectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        MapNode scenario = read("scenario.yaml");
        MapNode expected = Expectations.of(scenario, read("observed.yaml"));
        copyFiles();
        Path file = out.resolve(out.toAbsolutePath().normalize().getFileName() + ".scenario.yaml");
        Files.writeString(file, YamlWriter.writeInOrder(expected));
        int marked = 0;
        for (Scenario parsed : ScenarioFiles.read(List.of(file))) {
            ScenarioResult result = Runner.of(Seed.DEFAULT).run(parsed);
            List<Node> steps = new ArrayList<>();
            for (int i = 0; i < result.steps().size(); i++) {
                StepResult step = result.steps().get(i);
                marked += count(step);
                steps.add(marked((MapNode) expected.findList("spec", "steps").get(i), step));
            }
            Files.writeString(
                    file, YamlWriter.writeInOrder(expected.with(List.of("spec", "steps"), ListNode.of(steps))));
        }
        console.print(file + (marked == 0 ? "" : ", " + marked + " known differences"));
        return 0;
    }

    private MapNode read(String name) throws IOException {
        Path file = recording.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    recording + " has no " + name + ": a recording has scenario.yaml and observed.yaml");
        }
        return (MapNode) YamlReader.read(Files.readString(file), file.toString(), YamlMode.KUBERNETES);
    }

    private void copyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(recording)) {
            for (Path file : files.sorted().toList()) {
                Path target = out.resolve(recording.relativize(file));
                String name = String.valueOf(file.getFileName());
                if (Files.isDirectory(file) && !Files.isSymbolicLink(file)) {
                    Files.createDirectories(target);
                } else if (!name.equals("scenario.yaml") && !name.equals("observed.yaml")) {
                    Files.copy(
                            file, target, StandardCopyOption.REPLACE_EXISTING, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static boolean differs(Verdict verdict) {
        return verdict == Verdict.FAILED || verdict == Verdict.NOT_JUDGED;
    }

    private static int count(StepResult step) {
        int count = 0;
        for (OperationResult operation : step.operations()) {
            count += differs(operation.verdict()) ? 1 : 0;
        }
        for (Finding check : step.checks()) {
            count += differs(check.verdict()) ? 1 : 0;
        }
        return count;
    }

    private static MapNode marked(MapNode step, StepResult result) {
        List<Node> operations = new ArrayList<>(step.findList("do").items());
        for (int i = 0; i < result.operations().size(); i++) {
            OperationResult operation = result.operations().get(i);
            if (differs(operation.verdict())) {
                Finding first = operation.findings().get(0);
                operations.set(i, ((MapNode) operations.get(i)).with("knownDifference", reason(first)));
            }
        }
        List<Node> checks = new ArrayList<>(step.findList("expect").items());
        for (int i = 0; i < result.checks().size(); i++) {
            Finding check = result.checks().get(i);
            if (differs(check.verdict())) {
                checks.set(i, ((MapNode) checks.get(i)).with("knownDifference", reason(check)));
            }
        }
        MapNode changed = step.with("do", ListNode.of(operations));
        return checks.isEmpty() ? changed : changed.with("expect", ListNode.of(checks));
    }

    private static String reason(Finding finding) {
        for (Finding.Line line : finding.lines()) {
            if (line.label().equals("found")) {
                String text = line.text().strip();
                return "predicted: " + (text.length() > 300 ? text.substring(0, 300) + " …" : text);
            }
        }
        return "predicted otherwise";
    }
}
