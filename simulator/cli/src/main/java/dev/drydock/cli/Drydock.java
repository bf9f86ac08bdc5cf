package dev.drydock.cli;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code drydock} command; its subcommands do the work. */
@Command(
        name = "drydock",
        mixinStandardHelpOptions = true,
        versionProvider = Drydock.Version.class,
        description = "Predicts what a commit will do on a cluster that Flux reconciles.")
final class Drydock implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs a command line and returns its exit code; prints one clear message for bad input, never a stack trace. */
    static int run(Console console, String... arguments) {
        CommandLine line = Commands.line(console, arguments)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.terminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .registerConverter(Path.class, Given::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    console.problem(message(e));
                    return 2;
                });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static String message(Exception e) {
        if (e instanceof YamlException || e instanceof BadInputException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof NotModelledException) {
            return "error: not modelled: " + e.getMessage();
        }
        Throwable cause = e.getCause();
        if (e instanceof UncheckedIOException && cause instanceof Exception inner) {
            return message(inner);
        }
        if (e instanceof FileSystemException file) {
            return "error: " + file.getFile() + ": " + ScenarioFiles.reason(file);
        }
        return "error: "
                + (e instanceof IOException ? e.getMessage() : "a mistake of Drydock, please report it: " + e + at(e));
    }

    /** Where a mistake of Drydock itself happened, for the report that the user may write. */
    private static String at(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    /** The version that the build wrote into the manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Drydock.class.getPackage().getImplementationVersion();
            return new String[] {"drydock " + (version == null ? "(built from sources)" : version)};
        }
    }
}
