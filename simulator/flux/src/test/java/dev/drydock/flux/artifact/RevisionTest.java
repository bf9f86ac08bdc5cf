package dev.drydock.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionTest {

    private static final String HASH = "5394cb7f48332b2de7c17dd8b8384bbc84b7e738";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "main@sha1:" + HASH + ", main, " + HASH,
        "refs/pull/1/head@sha1:" + HASH + ", refs/pull/1/head, " + HASH,
        "sha1:" + HASH + ", '', " + HASH,
        "main/" + HASH + ", main, " + HASH,
        "HEAD/" + HASH + ", '', " + HASH,
        "a/b, a, b"
    })
    void is_a_pointer_and_a_hash(String revision, String pointer, String hash) {
        assertThat(Revision.namedPointer(revision)).isEqualTo(pointer);
        assertThat(Revision.hash(revision)).isEqualTo(hash);
    }

    @Test
    void of_a_commit_names_the_branch_or_the_whole_reference() {
        assertThat(Revision.ofCommit(HASH, "refs/heads/feature/x")).isEqualTo("feature/x@sha1:" + HASH);
        assertThat(Revision.ofCommit(HASH, "main")).isEqualTo("sha1:" + HASH);
        assertThat(Revision.ofCommitAbsolute(HASH, "refs/heads/main")).isEqualTo("refs/heads/main@sha1:" + HASH);
    }
}
