package dev.drydock.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.kustomize.BuildOptions.Order;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every recorded build, read from the shared folder; absent, nothing is tested. */
class RecordedCasesTest {

    @Test
    void builds_every_recorded_case() throws IOException {
        Path cases = Path.of(System.getProperty("drydock.shared", "none"), "kustomize-cases");
        assumeTrue(Files.isDirectory(cases), "no recorded cases: set -Ddrydock.shared");
        try (Stream<Path> folders = Files.list(cases)) {
            List<String> wrong = folders.filter(f -> Files.exists(f.resolve("case.yaml")))
                    .sorted()
                    .filter(f -> !agrees(f))
                    .map(f -> f.getFileName().toString())
                    .toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean agrees(Path folder) {
        try {
            Node row =
                    YamlReader.read(Files.readAllBytes(folder.resolve("case.yaml")), "case.yaml", YamlMode.KUBERNETES);
            boolean fails = "error".equals(row.findString("expect"));
            String text;
            try {
                text = KustomizeBuild.of(FileTree.onDisk(folder.resolve("input")))
                        .with(options(row))
                        .build("/" + row.findString("target"))
                        .text();
            } catch (KustomizeException e) {
                return fails
                        && row.findList("error", "contains").strings().stream().allMatch(e.getMessage()::contains);
            }
            Path expected = folder.resolve("expected.yaml");
            return !fails && (!Files.exists(expected) || equal(row, Files.readString(expected), text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BuildOptions options(Node row) {
        return BuildOptions.command()
                .withRootOnly("rootOnly".equals(row.findString("options", "load_restrictor")))
                .withOrder("none".equals(row.findString("options", "reorder")) ? Order.NONE : Order.LEGACY)
                .withManagedByLabel(row.isTrue("options", "managed_by_label"), "(test)");
    }

    private static boolean equal(Node row, String expected, String text) {
        return "semantic".equals(row.findString("compare"))
                ? documents(expected).equals(documents(text))
                : expected.equals(text);
    }

    private static List<String> documents(String text) {
        return YamlReader.readAll(text, "", YamlMode.KUSTOMIZE).stream()
                .map(JsonWriter::go)
                .toList();
    }
}
