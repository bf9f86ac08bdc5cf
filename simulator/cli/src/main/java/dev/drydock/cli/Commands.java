package dev.drydock.cli;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands, each with the console on which it prints. */
final class Commands implements IFactory {

    private static final Map<Class<?>, Function<Console, Object>> MADE = Map.of(
            TestCommand.class, TestCommand::new,
            ObserveCommand.class, ObserveCommand::new,
            ExpectCommand.class, ExpectCommand::new,
            ConformCommand.class, ConformCommand::new,
            LintCommand.class, LintCommand::new,
            ExplainCommand.class, ExplainCommand::new,
            CanICommand.class, CanICommand::new,
            BlastRadiusCommand.class, BlastRadiusCommand::new,
            ReplayCommand.class, ReplayCommand::new,
            KustomizeCommand.Build.class, KustomizeCommand.Build::new);

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        @Nullable Function<Console, Object> made = MADE.get(type);
        return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made.apply(console));
    }
}
