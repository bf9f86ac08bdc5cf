package dev.drydock.kustomize.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/org/repo,https://github.com/org/repo,'',''",
        "https://github.com/org/repo//sub/dir?ref=v1,https://github.com/org/repo,sub/dir,v1",
        "github.com/org/repo/deep/dir,https://github.com/org/repo,deep/dir,''",
        "git@github.com:org/repo.git,git@github.com:org/repo.git,'',''",
        "ssh://git@host.xz/org/repo.git/sub,ssh://git@host.xz/org/repo.git,sub,''",
        "https://git.example.com/team/app.git//base?ref=main&timeout=20s,https://git.example.com/team/app.git,base,main"
    })
    void splits_a_repository(String entry, String clone, String path, String ref) {
        RepositoryUrl url = Objects.requireNonNull(RepositoryUrl.parse(entry));
        assertThat(url).isEqualTo(new RepositoryUrl(clone, path, ref));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "../base", "/abs/path", "r.yaml", "https://github.com/org", "file.git/x"})
    void takes_the_rest_for_paths(String entry) {
        assertThat(RepositoryUrl.parse(entry)).isNull();
    }
}
