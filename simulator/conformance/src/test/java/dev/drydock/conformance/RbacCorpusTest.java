package dev.drydock.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.conformance.rbac.RbacCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RbacCorpusTest {

    /** Two recorded answers name one of several equally possible errors, which the judge does not know. */
    private static final int UNJUDGEABLE = 2;

    @Test
    void decides_who_may_do_what_as_the_real_server_did() throws IOException {
        Path corpus = Path.of(System.getProperty("drydock.shared", "none"), "data", "rbac");
        assumeTrue(Files.isDirectory(corpus), "no corpus: set -Ddrydock.shared");

        Agreement agreement = Interrogation.of(RbacCorpus.open().read(corpus), (question, answer) -> {});

        assertThat(agreement.total().total()).isGreaterThan(7000);
        assertThat(agreement.total().total() - agreement.total().right()).isLessThanOrEqualTo(UNJUDGEABLE);
    }
}
