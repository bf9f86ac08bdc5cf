package dev.drydock.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of the {@code drydock} command. */
public final class Main {

    private Main() {}

    /** Runs the command and exits with its code: 0 all held, 1 something did not, 2 something could not be judged. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        int code = Drydock.run(new Console(out, err, isTerminal()), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    @SuppressWarnings("SystemConsoleNull") // the launcher asks newer JDKs for the older behaviour
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("NO_COLOR") == null;
    }
}
