package dev.drydock.scenario.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectsTest {

    @ParameterizedTest
    @CsvSource({
        "kube-api-access-lf4pw, kube-api-access-…",
        "nightly.llws6, nightly.…",
        "env-export-d98c7tfthd, env-export-d98c7tfthd",
        "team-apple, team-apple",
        "at 10.96.3.4, at …",
        "uid 0f8fad5b-d9cb-469f-a165-70867728950e, uid …",
        "since 2026-01-01T00:00:00Z, since …",
        "'{\"resourceVersion\":\"259\"}', '{\"…\"}'",
    })
    void what_every_run_draws_anew_is_left_out(String text, String steady) {
        assertThat(Aspects.steady(text)).isEqualTo(steady);
    }

    @Test
    void a_commit_counts_as_which_one_of_its_object_it_is() {
        Commits commits = new Commits();
        String first = "main@sha1:" + "a".repeat(40);
        String second = "main@sha1:" + "b".repeat(40);
        assertThat(commits.number("x", first)).isEqualTo("main@sha1:#1");
        assertThat(commits.number("x", second + ", was " + first)).isEqualTo("main@sha1:#2, was main@sha1:#1");
        assertThat(commits.number("y", second)).isEqualTo("main@sha1:#1");
    }
}
