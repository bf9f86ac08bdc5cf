package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kernel.Kernel;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FluxTest {

    private static final String URL = "https://git.example.com/team-a/apps.git";
    private static final GroupVersionKind KUSTOMIZATION =
            new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");

    private static final String SETUP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: team-a}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: apps, namespace: team-a}
            spec: {interval: 1h, url: "https://git.example.com/team-a/apps.git", ref: {branch: main}}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: team-a}
            spec: {interval: 10m, prune: true, path: ./apps, sourceRef: {kind: GitRepository, name: apps}}
            """;

    private final Repositories repositories = new Repositories();

    @BeforeEach
    void serve() {
        Content content = new Content(
                Map.of(
                        "apps/config.yaml",
                        Content.File.of(
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: hello, namespace: team-a}, data: {a: b}}")));
        repositories.put(Repository.empty(URL).withCommit("main", Commit.of("", "content", Kernel.EPOCH, content)));
    }

    private Cluster cluster(FluxProfile profile) {
        Cluster cluster = new Cluster(Seed.DEFAULT).install(new Flux(profile, repositories));
        apply(cluster, SETUP);
        cluster.kernel().advance(Duration.ofSeconds(30));
        return cluster;
    }

    private static void apply(Cluster cluster, String manifests) {
        Client admin = cluster.as(UserInfo.admin());
        for (Node object : YamlReader.readAll(manifests, "setup.yaml", YamlMode.KUBERNETES)) {
            ApiResponse response = admin.apply((MapNode) object, WriteOptions.as("drydock"));
            assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        }
    }

    private static MapNode ready(Cluster cluster) {
        MapNode live = cluster.as(UserInfo.admin())
                .get(KUSTOMIZATION, new NamespacedName("team-a", "apps"))
                .object();
        return live.findList("status", "conditions").stream()
                .filter(c -> "Ready".equals(c.findString("type")))
                .map(MapNode.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(live.toString()));
    }

    @Test
    void an_open_installation_applies_as_the_controller() {
        Cluster cluster = cluster(FluxProfile.open());

        assertThat(ready(cluster).findString("message")).startsWith("Applied revision: main@sha1:");
        assertThat(cluster.as(UserInfo.admin())
                        .get(CONFIG_MAP, new NamespacedName("team-a", "hello"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void under_lockdown_the_default_account_without_rights_is_stuck() {
        assertThat(ready(cluster(FluxProfile.lockdown())).findString("message"))
                .isEqualTo("ConfigMap/team-a/hello dry-run failed (Forbidden): configmaps \"hello\" is forbidden: User"
                        + " \"system:serviceaccount:team-a:default\" cannot patch resource \"configmaps\" in API group"
                        + " \"\" in the namespace \"team-a\"\n");
    }

    @Test
    void a_fork_goes_its_own_way() {
        Cluster cluster = cluster(FluxProfile.lockdown());
        Cluster fork = cluster.fork();
        apply(fork, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: default-edit, namespace: team-a}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                subjects: [{kind: ServiceAccount, name: default, namespace: team-a}]
                """);
        fork.kernel().advance(Duration.ofMinutes(11));
        cluster.kernel().advance(Duration.ofMinutes(11));

        assertThat(ready(fork).findString("status")).isEqualTo("True");
        assertThat(ready(cluster).findString("status")).isEqualTo("False");
    }
}
