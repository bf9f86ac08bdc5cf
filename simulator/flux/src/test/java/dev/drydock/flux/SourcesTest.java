package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final String GROUP = "source.toolkit.fluxcd.io";

    private final FluxWorld world = new FluxWorld(FluxProfile.open());

    private Condition ready(String kind, String spec) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: " + kind
                        + ", metadata: {name: source, namespace: default}, spec: {interval: 1h, " + spec + "}}")
                .advance(20);
        return world.ready(new GroupVersionKind(GROUP, "v1", kind), "default", "source");
    }

    private void serve(String url, String tag) {
        Content content = FluxWorld.files(Map.of("a.yaml", "a: b"));
        world.repositories.change(url, r -> r.withTag(tag, Commit.of("", "content", Kernel.EPOCH, content)));
    }

    @Test
    void a_tag_of_a_registry_becomes_an_artifact() {
        serve("oci://registry.example.com/team/apps", "v1");

        Condition ready = ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v1}");

        assertThat(ready.isTrue()).isTrue();
        assertThat(ready.message()).startsWith("stored artifact for digest 'v1@sha256:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team/manifests/podinfo", "team/manifests", "tags/blobs/manifests"})
    void a_registry_finds_names_with_the_words_of_its_own_paths(String name) {
        serve("oci://registry.example.com/" + name, "v1");

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/" + name + ", ref: {tag: v1}")
                        .isTrue())
                .isTrue();
    }

    @Test
    void the_registry_of_the_recordings_does_not_find_such_names() {
        assertThat(new Repositories().registriesCanFind("team/manifests")).isTrue();
        assertThat(Repositories.likeRecorder().copy().registriesCanFind("team/manifests"))
                .isFalse();
        assertThat(Repositories.likeRecorder().registriesCanFind("manifests")).isTrue();
    }

    @Test
    void a_tag_that_the_registry_does_not_have_is_unknown() {
        serve("oci://registry.example.com/team/apps", "v1");

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v2}")
                        .message())
                .isEqualTo(
                        "failed to determine artifact digest: GET"
                                + " https://registry.example.com/v2/team/apps/manifests/v2: MANIFEST_UNKNOWN: manifest unknown");
    }

    @Test
    void a_private_registry_refuses_anonymous_pulls() {
        serve("oci://registry.example.com/team/apps", "v1");
        world.repositories.change("oci://registry.example.com/team/apps", r -> r.withLogin("user", "password"));

        assertThat(ready("OCIRepository", "url: oci://registry.example.com/team/apps, ref: {tag: v1}")
                        .message())
                .endsWith("UNAUTHORIZED: authentication required");
    }

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

    @Test
    void a_bucket_cannot_be_reached() {
        assertThat(ready("Bucket", "bucketName: manifests, endpoint: s3.example.com")
                        .message())
                .startsWith("failed to confirm existence of 'manifests' bucket: Get"
                        + " \"https://s3.example.com/manifests/?location=\": dial tcp: lookup s3.example.com");
    }

    @Test
    void a_repository_that_recovers_is_ready_again() {
        String url = "https://git.example.com/team/apps.git";
        world.push(url, Map.of("a.yaml", "a: b"));
        world.repositories.change(url, r -> r.withReachable(false));
        assertThat(ready("GitRepository", "url: \"" + url + "\", ref: {branch: main}")
                        .message())
                .endsWith("/info/refs?service=git-upload-pack\" status code: 503");

        world.repositories.change(url, r -> r.withReachable(true));
        Flux.of(world.cluster).orElseThrow().poke(url);
        world.advance(5);

        assertThat(world.ready(new GroupVersionKind(GROUP, "v1", "GitRepository"), "default", "source")
                        .isTrue())
                .isTrue();
    }
}
