package dev.drydock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.conformance.custom.ApiCustomCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiCustomCorpusTest {

    @Test
    void holds_custom_resources_to_their_definitions_as_the_real_server_did() throws IOException {
        Path corpus = Path.of(System.getProperty("drydock.shared", "none"), "data", "api-custom");
        assumeTrue(Files.isDirectory(corpus), "no corpus: set -Ddrydock.shared");

        List<Question> questions = ApiCustomCorpus.open().read(corpus).stream()
                .filter(question -> question.topic().startsWith("cr-objects/"))
                .toList();
        Agreement agreement = Interrogation.of(questions, (question, answer) -> {});

        assertThat(agreement.total().total()).isGreaterThan(250);
        assertThat(agreement.total().right()).isEqualTo(agreement.total().total());
    }
}
