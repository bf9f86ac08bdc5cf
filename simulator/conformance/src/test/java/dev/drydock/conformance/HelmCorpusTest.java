package dev.drydock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmCorpusTest {

    /** At most so many answers may differ from the real ones: one chart writes a template into a template, two make certificates. */
    @ParameterizedTest(name = "{0}: at most {2} of {1} differ")
    @CsvSource({"expressions, 800, 2", "charts, 140, 1", "values, 250, 0", "semver, 250, 0"})
    void answers_as_helm_does(String part, int cases, int differing) throws IOException {
        Path corpus = Path.of(System.getProperty("drydock.shared", "none"), "data", "helm", part);
        assumeTrue(Files.isDirectory(corpus), "no corpus: set -Ddrydock.shared");

        Agreement agreement =
                Interrogation.of(Corpora.find("helm-" + part).orElseThrow().read(corpus), (question, answer) -> {});

        assertThat(agreement.total().total()).isGreaterThan(cases);
        assertThat(agreement.total().total() - agreement.total().right()).isLessThanOrEqualTo(differing);
    }
}
