package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KustomizationDeletionTest {

    private static final String URL = "https://git.example.com/team/apps.git";
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");
    private static final NamespacedName APPS = new NamespacedName("default", "apps");
    private static final String HELD = "{apiVersion: v1, kind: ConfigMap, metadata: {name: held, finalizers:"
            + " [example.com/hold]}}\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n";

    private final FluxWorld world = new FluxWorld(FluxProfile.open())
            .apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository,"
                    + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, url: \"" + URL
                    + "\", ref: {branch: main}}}")
            .push(URL, Map.of("apps/objects.yaml", HELD));

    private void deleted(String more) {
        world.apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, timeout: 45s,"
                        + " path: ./apps, targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}" + more
                        + "}}")
                .advance(20);
        world.admin.delete(FluxWorld.KUSTOMIZATION, APPS, MapNode.EMPTY);
    }

    private boolean isThere() {
        return world.admin.get(FluxWorld.KUSTOMIZATION, APPS).isSuccess();
    }

    private List<String> warnings() {
        return world.admin.list(EVENT, "default", "").object().findList("items").stream()
                .filter(event -> event.findText("type").equals("Warning"))
                .map(event -> event.findText("message"))
                .toList();
    }

    @Test
    void leaves_without_waiting_by_default() {
        deleted("");
        world.advance(1);

        assertThat(isThere()).isFalse();
        assertThat(world.admin
                        .get(CONFIG_MAP, new NamespacedName("default", "held"))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void waits_until_what_it_managed_is_gone() {
        deleted(", deletionPolicy: WaitForTermination");
        world.advance(30);
        assertThat(isThere()).isTrue();

        world.admin.patch(
                CONFIG_MAP,
                new NamespacedName("default", "held"),
                "",
                PatchType.MERGE,
                MapNode.of("metadata", MapNode.of("finalizers", ListNode.EMPTY)),
                WriteOptions.as("drydock"));
        world.advance(3);

        assertThat(isThere()).isFalse();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void waits_no_longer_than_its_timeout() {
        deleted(", deletionPolicy: WaitForTermination");
        world.advance(44);
        assertThat(isThere()).isTrue();

        world.advance(2);

        assertThat(isThere()).isFalse();
        assertThat(warnings()).containsExactly("failed to wait for resources termination");
    }

    @Test
    void stays_while_no_client_of_the_remote_cluster_can_be_built() {
        world.apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, path: ./apps,"
                        + " targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(20);

        deleted(", kubeConfig: {secretRef: {name: remote}}");
        world.advance(60);

        assertThat(isThere()).isTrue();
        assertThat(world.admin
                        .get(CONFIG_MAP, new NamespacedName("default", "other"))
                        .isSuccess())
                .isTrue();
    }
}
