package dev.drydock.cli;

import dev.drydock.scenario.ScenarioReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the schema of scenario files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of scenario files, for editors.")
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(ScenarioReader.schema().stripTrailing());
        return 0;
    }
}
