package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A cluster with Flux and repositories, for tests. */
final class FluxWorld {

    static final GroupVersionKind KUSTOMIZATION =
            new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization");

    final Repositories repositories;
    final Cluster cluster;
    final Client admin;

    FluxWorld(FluxProfile profile, Seed seed) {
        this(profile, seed, new Repositories());
    }

    FluxWorld(FluxProfile profile, Repositories repositories) {
        this(profile, Seed.DEFAULT, repositories);
    }

    private FluxWorld(FluxProfile profile, Seed seed, Repositories repositories) {
        this.repositories = repositories;
        cluster = new Cluster(seed).install(new Flux(profile, repositories));
        admin = cluster.as(UserInfo.admin());
    }

    FluxWorld(FluxProfile profile) {
        this(profile, Seed.DEFAULT);
    }

    static Content files(Map<String, String> texts) {
        Map<String, Content.Entry> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, Content.File.of(text)));
        return new Content(files);
    }

    FluxWorld push(String url, Map<String, String> texts) {
        Repository old = repositories.find(url).orElseGet(() -> Repository.empty(url));
        String parent = old.head("main").map(Commit::hash).orElse("");
        repositories.put(old.withCommit(
                "main", Commit.of(parent, "content", cluster.kernel().now(), files(texts))));
        Flux.of(cluster).orElseThrow().poke(url);
        return this;
    }

    FluxWorld apply(String manifests) {
        for (Node object : YamlReader.readAll(manifests, "test.yaml", YamlMode.KUBERNETES)) {
            ApiResponse response = admin.apply((MapNode) object, WriteOptions.as("drydock"));
            assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        }
        return this;
    }

    FluxWorld advance(int seconds) {
        cluster.kernel().advance(Duration.ofSeconds(seconds));
        return this;
    }

    MapNode get(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = admin.get(kind, new NamespacedName(namespace, name));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        return response.object();
    }

    Conditions.Condition ready(GroupVersionKind kind, String namespace, String name) {
        MapNode object = get(kind, namespace, name);
        return Conditions.find(object, "Ready").orElseThrow(() -> new AssertionError(object.toString()));
    }
}
