package dev.drydock.cli;

/** Entry point of the {@code drydock} command. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.out.println("drydock 0.1.0-SNAPSHOT");
    }
}
