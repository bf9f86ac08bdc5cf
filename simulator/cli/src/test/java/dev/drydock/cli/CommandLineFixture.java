package dev.drydock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A folder, and the command line on it with what it prints. */
abstract class CommandLineFixture {

    static final String HOLDS = """
            apiVersion: drydock.dev/v1alpha1
            kind: Scenario
            metadata: {name: NAME, labels: {pack: p}}
            spec:
              steps:
                - name: One
                  do:
                    - apply: {resource: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}}
                  expect:
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int run(Object... arguments) {
        String[] texts = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int code = Drydock.run(new Console(outWriter, errWriter, false), texts);
        outWriter.flush();
        errWriter.flush();
        return code;
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
