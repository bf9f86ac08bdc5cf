package dev.drydock.flux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.source.SourceController;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster with a Helm repository and the two controllers that make releases of its charts. */
final class ReleaseWorld {

    static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    static final String CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {colour: $(colour)}}";

    private static final String URL = "https://charts.example.com/team";

    final Cluster cluster = new Cluster(Seed.DEFAULT);
    final Client admin = cluster.as(UserInfo.admin());
    private final Repositories repositories = new Repositories();

    ReleaseWorld(FluxProfile profile) {
        cluster.server().installFlux();
        ArtifactStorage artifacts = new ArtifactStorage();
        Gaps gaps = new Gaps();
        new SourceController(cluster, repositories, artifacts, gaps, null);
        new HelmController(cluster, profile, artifacts, gaps, null, new PlainEngine());
        repositories.put(Repository.empty(URL));
    }

    ReleaseWorld chart(String version, String... templates) {
        Map<String, Content.Entry> files = new TreeMap<>();
        files.put("Chart.yaml", Content.File.of("apiVersion: v2\nname: web\nversion: " + version + "\n"));
        for (int i = 0; i < templates.length; i++) {
            files.put("templates/" + i + ".yaml", Content.File.of(templates[i]));
        }
        repositories.change(
                URL,
                repository -> repository.withCharts(java.util.stream.Stream.concat(
                                repository.charts().stream(), java.util.stream.Stream.of(new Content(files)))
                        .toList()));
        return this;
    }

    ReleaseWorld apply(String manifests) {
        for (Node object : YamlReader.readAll(manifests, "test.yaml", YamlMode.KUBERNETES)) {
            ApiResponse response =
                    admin.apply((MapNode) object, WriteOptions.as("test").withForce());
            assertThat(response.isSuccess()).as(response.message()).isTrue();
        }
        return this;
    }

    /** A HelmRelease of the chart with more lines for its spec. */
    ReleaseWorld release(String spec) {
        return apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmRepository, metadata: {name: team, namespace:"
                        + " default}, spec: {interval: 1h, url: \"" + URL + "\"}}")
                .apply("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: web, namespace:"
                        + " default}, spec: {interval: 1h, chart: {spec: {chart: web, version: \">=1.0.0\", sourceRef:"
                        + " {kind: HelmRepository, name: team}}}, " + spec + "}}")
                .advance(60);
    }

    /** Asks for a look at the repository now. */
    ReleaseWorld refresh() {
        MapNode patch =
                MapNode.of("metadata", MapNode.of("annotations", MapNode.of("reconcile.fluxcd.io/requestedAt", "now")));
        admin.patch(
                new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmRepository"),
                new NamespacedName("default", "team"),
                "",
                PatchType.MERGE,
                patch,
                WriteOptions.as("test"));
        return this;
    }

    ReleaseWorld advance(int seconds) {
        cluster.kernel().advance(Duration.ofSeconds(seconds));
        return this;
    }

    MapNode release() {
        return find(HelmReleaseReconciler.KIND, "web").orElseThrow();
    }

    String condition(String type) {
        return Conditions.find(release(), type)
                .map(c -> c.status() + " " + c.reason() + " " + c.message())
                .orElse("none");
    }

    Optional<MapNode> find(GroupVersionKind kind, String name) {
        ApiResponse response = admin.get(kind, new NamespacedName("default", name));
        return response.isSuccess() ? Optional.of(response.object()) : Optional.empty();
    }

    List<String> records() {
        return admin.list(SECRET, "default", "owner=helm").object().findList("items").stream()
                .map(secret -> secret.findText("metadata", "name").replace("sh.helm.release.v1.", "") + " "
                        + secret.findText("metadata", "labels", "status"))
                .toList();
    }
}
