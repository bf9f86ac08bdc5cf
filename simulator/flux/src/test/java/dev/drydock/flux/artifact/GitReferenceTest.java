package dev.drydock.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitReferenceTest {

    private static final String URL = "https://git.example.com/apps.git";
    private static final String FIRST = "1".repeat(40);
    private static final String SECOND = "2".repeat(40);
    private static final GitRemote REMOTE = new GitRemote(
            Map.of("main", List.of(FIRST, SECOND)),
            Map.of("v1.0.0", tag(FIRST, 1), "1.1.0", tag(FIRST, 2), "v1.1.0+b", tag(SECOND, 3), "6.0", tag(SECOND, 4)),
            Map.of("refs/pull/1/head", SECOND));

    private static GitRemote.Tag tag(String hash, long second) {
        return new GitRemote.Tag(hash, Instant.ofEpochSecond(second));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{branch: main}|main@sha1:2222222222222222222222222222222222222222",
                "{tag: v1.0.0}|v1.0.0@sha1:1111111111111111111111111111111111111111",
                "{semver: 1.0.x}|v1.0.0@sha1:1111111111111111111111111111111111111111",
                "{semver: 1.x}|v1.1.0+b@sha1:2222222222222222222222222222222222222222",
                "{name: refs/pull/1/head}|refs/pull/1/head@sha1:2222222222222222222222222222222222222222",
                "{commit: '1111111111111111111111111111111111111111'}|sha1:1111111111111111111111111111111111111111",
                "{commit: '1111111111111111111111111111111111111111', branch: main}"
                        + "|main@sha1:1111111111111111111111111111111111111111",
                "{branch: main, tag: v1.0.0}|v1.0.0@sha1:1111111111111111111111111111111111111111"
            })
    void is_resolved_to_a_revision(String reference, String revision) {
        assertThat(GitReference.of(Trees.map(reference)).resolve(URL, REMOTE).revision())
                .isEqualTo(revision);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{semver: 6.x}|no match found for semver: 6.x",
                "{semver: nope}|semver parse error: improper constraint: \"nope\"",
                "{}|unable to clone 'https://git.example.com/apps.git': couldn't find remote ref \"refs/heads/master\"",
                "{name: /x}|ref /x is invalid; Git refs cannot begin or end with a slash '/'",
                "{name: refs/x}|unable to resolve ref 'refs/x' to a specific commit"
            })
    void or_refused_in_the_words_of_the_controller(String reference, String error) {
        assertThatThrownBy(() -> GitReference.of(Trees.map(reference)).resolve(URL, REMOTE))
                .isInstanceOf(SourceException.class)
                .hasMessage("failed to checkout and determine revision: " + error);
    }

    @Test
    void a_repository_that_is_not_there_is_told() {
        assertThatThrownBy(() -> GitReference.of(Trees.map("{branch: main}")).resolve(URL, null))
                .hasMessage("failed to checkout and determine revision: unable to clone '" + URL
                        + "': repository not found: ");
    }
}
