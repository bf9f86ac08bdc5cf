package dev.drydock.cli;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.run.ManifestFields;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads scenarios and everything that they name, and runs nothing. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Reads scenarios and everything that they name; prints every problem. Exits 2 when there is one.")
final class LintCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Scenario files, or folders with *.scenario.yaml below them.")
    private List<Path> paths = List.of();

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = ScenarioFiles.find(paths);
        if (files.isEmpty()) {
            throw new BadInputException("no *.scenario.yaml is below " + paths.get(0));
        }
        List<Diagnostic> problems = new ArrayList<>();
        int scenarios = 0;
        for (Path file : files) {
            try {
                for (Scenario scenario : ScenarioFiles.read(List.of(file))) {
                    scenarios++;
                    problems.addAll(ManifestFields.problems(scenario));
                }
            } catch (YamlException e) {
                problems.addAll(e.diagnostics());
            }
        }
        if (problems.isEmpty()) {
            console.print(files.size() + (files.size() == 1 ? " file, " : " files, ") + scenarios
                    + (scenarios == 1 ? " scenario" : " scenarios") + ": no problems");
            return 0;
        }
        new LinkedHashSet<>(problems).forEach(problem -> console.problem(problem.render()));
        return 2;
    }
}
