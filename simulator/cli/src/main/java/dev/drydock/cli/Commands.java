package dev.drydock.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** The subcommands by their names, in the order in which help shows them; each gets the console on which it prints. */
final class Commands implements IFactory {

    private static final List<Map.Entry<String, Class<?>>> NAMED = List.of(
            Map.entry("test", TestCommand.class),
            Map.entry("lint", LintCommand.class),
            Map.entry("explain", ExplainCommand.class),
            Map.entry("can-i", CanICommand.class),
            Map.entry("blast-radius", BlastRadiusCommand.class),
            Map.entry("replay", ReplayCommand.class),
            Map.entry("kustomize", KustomizeCommand.class),
            Map.entry("observe", ObserveCommand.class),
            Map.entry("expect", ExpectCommand.class),
            Map.entry("conform", ConformCommand.class),
            Map.entry("schema", SchemaCommand.class),
            Map.entry("generate-completion", GenerateCompletion.class));

    private static final Map<Class<?>, Function<Console, Object>> MADE = Map.ofEntries(
            Map.entry(TestCommand.class, TestCommand::new),
            Map.entry(ObserveCommand.class, ObserveCommand::new),
            Map.entry(ExpectCommand.class, ExpectCommand::new),
            Map.entry(ConformCommand.class, ConformCommand::new),
            Map.entry(SchemaCommand.class, SchemaCommand::new),
            Map.entry(LintCommand.class, LintCommand::new),
            Map.entry(ExplainCommand.class, ExplainCommand::new),
            Map.entry(CanICommand.class, CanICommand::new),
            Map.entry(BlastRadiusCommand.class, BlastRadiusCommand::new),
            Map.entry(ReplayCommand.class, ReplayCommand::new),
            Map.entry(KustomizeCommand.Build.class, KustomizeCommand.Build::new));

    private final Console console;

    private Commands(Console console) {
        this.console = console;
    }

    /** The command line. Reading the options of a class takes time: those of the other commands are not read when one is named. */
    static CommandLine line(Console console, String... arguments) {
        Commands commands = new Commands(console);
        CommandLine line = new CommandLine(new Drydock(), commands);
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean namesOne = NAMED.stream().anyMatch(command -> command.getKey().equals(first));
        boolean needsAll = !namesOne || first.equals("generate-completion");
        for (Map.Entry<String, Class<?>> command : NAMED) {
            if (needsAll || command.getKey().equals(first)) {
                line.addSubcommand(command.getKey(), new CommandLine(command.getValue(), commands));
            }
        }
        return line;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        @Nullable Function<Console, Object> made = MADE.get(type);
        return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made.apply(console));
    }
}
