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
        int code = Drydock.run(new Console(out, err, System.console() != null), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
