package dev.drydock.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OciReferenceTest {

    private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private static final List<String> TAGS = List.of("1.0.0", "1.1.0", "2.0.0-rc.1", "1.1.0_x", "latest");

    private static OciReference resolve(String ref, String mediaType) {
        OciRepositoryName name = OciRepositoryName.parse("oci://registry.example.com/apps/web");
        return OciReference.resolve(name, Trees.map(ref), TAGS, mediaType);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "oci://10.0.0.1/app/x, 10.0.0.1/app/x",
        "oci://reg_istry/app, index.docker.io/reg_istry/app",
        "oci://localhost:5000/app, localhost:5000/app",
        "oci://localhost/app, index.docker.io/localhost/app"
    })
    void a_url_names_a_registry_and_a_repository(String url, String name) {
        assertThat(OciRepositoryName.parse(url).name()).isEqualTo(name);
    }

    @Test
    void an_empty_url_is_refused() {
        assertThatThrownBy(() -> OciRepositoryName.parse("oci://"))
                .isInstanceOf(SourceException.class)
                .hasMessage("a repository name must be specified");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|latest",
                "{tag: x}|x",
                "{tag: x, semver: 1.x}|1.1.0",
                "{semver: 1.x, digest: 'sha256:a'}|sha256:a",
                "{semver: '>=1.0.0-0'}|2.0.0-rc.1",
                "{semver: 1.x, semverFilter: '.*0.0$'}|1.0.0"
            })
    void digests_win_over_ranges_and_those_over_tags(String ref, String identifier) {
        assertThat(resolve(ref, "").identifier()).isEqualTo(identifier);
    }

    @Test
    void tags_of_charts_write_plus_as_underscore() {
        assertThat(resolve("{semver: 1.1.0+x}", CHART).identifier()).isIn("1.1.0_x", "1.1.0");
    }

    @Test
    void a_range_without_a_match_is_an_error() {
        assertThatThrownBy(() -> resolve("{semver: 9.x}", ""))
                .isInstanceOf(SourceException.class)
                .hasMessage("no match found for semver: 9.x");
    }
}
