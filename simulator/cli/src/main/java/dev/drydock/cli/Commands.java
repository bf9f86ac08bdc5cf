package dev.drydock.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the subcommands, each with the console on which it prints. */
final class Commands implements IFactory {

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ConformCommand.class) {
            return type.cast(new ConformCommand(console));
        }
        if (type == ObserveCommand.class) {
            return type.cast(new ObserveCommand(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
