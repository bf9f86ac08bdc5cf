package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kubernetes.NotModelledException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SourcesTest extends SourceFixture {

    @Test
    void an_index_of_charts_becomes_an_artifact() {
        Content chart = FluxWorld.files(Map.of("Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0}"));
        world.repositories.put(
                Repository.empty("https://charts.example.com/team").withCharts(List.of(chart)));

        assertThat(ready("HelmRepository", "url: https://charts.example.com/team")
                        .isTrue())
                .isTrue();
    }

    @Test
    void a_missing_secret_of_a_chart_repository_is_named() {
        assertThat(ready("HelmRepository", "url: https://charts.example.com/team, secretRef: {name: login}")
                        .message())
                .isEqualTo("failed to get authentication secret 'default/login': secrets \"login\" not found");
    }

    @Nested
    class With_a_port {

        @Test
        void the_host_alone_is_looked_up() {
            assertThat(ready("OCIRepository", "url: oci://reg.nowhere.org:5000/team/apps")
                            .message())
                    .isEqualTo(
                            "failed to determine artifact digest: Get \"https://reg.nowhere.org:5000/v2/\": dial tcp:"
                                    + " lookup reg.nowhere.org on 10.96.0.10:53: no such host");
        }

        @Test
        void a_bucket_is_looked_up_by_its_host() {
            assertThat(ready("Bucket", "bucketName: manifests, endpoint: \"s3.example.com:9000\"")
                            .message())
                    .endsWith("\"https://s3.example.com:9000/manifests/?location=\": dial tcp: lookup s3.example.com on"
                            + " 10.96.0.10:53: no such host");
        }

        @Test
        void a_git_server_that_is_described_there_answers() {
            world.push("https://git.example.com:8443/team/apps", Map.of("a.yaml", "a: b"));

            assertThat(ready("GitRepository", "url: \"https://git.example.com:8443/team/other\"")
                            .message())
                    .isEqualTo("failed to checkout and determine revision: unable to clone"
                            + " 'https://git.example.com:8443/team/other': repository not found: not found");
        }

        @Test
        void what_answers_at_another_port_of_a_host_is_not_modelled() {
            world.push("https://git.example.com/team/apps", Map.of("a.yaml", "a: b"));

            assertThat(world.repositories.servesHost("git.example.com:443")).isTrue();
            assertThatThrownBy(() -> world.repositories.servesHost("git.example.com:8443"))
                    .isInstanceOf(NotModelledException.class)
                    .hasMessageContaining("git.example.com:8443, which is described at another port alone");
        }
    }
}
