package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What kustomize printed must come out again byte by byte; runs where the corpus is at hand. */
class KustomizeOutputTest {

    @Test
    void printed_documents_read_and_write_without_a_change() throws IOException {
        String shared = System.getProperty("drydock.shared", "");
        Path cases = Path.of(shared, "kustomize-cases");
        assumeTrue(!shared.isEmpty() && Files.isDirectory(cases), "no corpus: set -Ddrydock.shared");
        try (Stream<Path> folders = Files.list(cases)) {
            List<Path> outputs = folders.sorted()
                    .filter(folder -> readOrEmpty(folder.resolve("case.yaml")).contains("compare: text"))
                    .map(folder -> folder.resolve("expected.yaml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(outputs).isNotEmpty().allSatisfy(file -> {
                String text = Files.readString(file).strip();
                String again = YamlReader.readAll(text + "\n", file.toString(), YamlMode.KUSTOMIZE).stream()
                        .map(YamlWriter::write)
                        .collect(Collectors.joining("---\n"));
                assertThat(again.strip()).isEqualTo(text);
            });
        }
    }

    private static String readOrEmpty(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
