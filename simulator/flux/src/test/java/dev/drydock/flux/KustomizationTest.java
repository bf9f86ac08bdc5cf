package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationTest {

    private static final String URL = "https://git.example.com/team/apps.git";
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final String TWO =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: two}}\n";

    private final FluxWorld world = new FluxWorld(FluxProfile.open())
            .apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository,"
                    + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, url: \"" + URL
                    + "\", ref: {branch: main}}}");

    private String message(String more) {
        world.push(URL, Map.of("apps/objects.yaml", TWO))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, timeout: 30s,"
                        + " path: ./apps, targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}" + more
                        + "}}")
                .advance(60);
        return world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", healthChecks: [{apiVersion: v1, kind: ConfigMap, name: nobody, namespace: default}]"
                        + "|timeout waiting for: [ConfigMap/default/nobody status: 'NotFound']",
                ", healthChecks: [{apiVersion: example.com/v1, kind: Thing, name: x, namespace: default}]"
                        + "|timeout waiting for: [Thing/default/x status: 'Unknown': no matches for kind \"Thing\" in group \"example.com\"]",
                ", healthChecks: [{apiVersion: v1, kind: ConfigMap, name: one}]"
                        + "|resource ConfigMap one is namespace scoped, but namespace is not set",
                ", kubeConfig: {secretRef: {name: remote}}"
                        + "|unable to read KubeConfig secret 'default/remote' error: secrets \"remote\" not found",
                ", decryption: {provider: sops, secretRef: {name: age}}|secrets \"age\" not found"
            })
    void fails_in_the_words_of_the_controller(String more, String expected) {
        assertThat(message(more)).endsWith(expected);
    }

    @Test
    void what_leaves_the_repository_is_pruned() {
        assertThat(message("")).startsWith("Applied revision: main@sha1:");

        world.push(URL, Map.of("apps/objects.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: two}}"))
                .advance(20);

        assertThat(world.admin
                        .get(CONFIG_MAP, new NamespacedName("default", "one"))
                        .code())
                .isEqualTo(404);
        assertThat(world.get(FluxWorld.KUSTOMIZATION, "default", "apps")
                        .findList("status", "inventory", "entries")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_gap_belongs_to_its_object() {
        message(", kubeConfig: {secretRef: {name: remote}}");
        world.apply(
                        "{apiVersion: v1, kind: Secret, metadata: {name: remote, namespace: default}, stringData: {value: x}}")
                .advance(1200);

        Optional<String> gap =
                Flux.of(world.cluster).orElseThrow().notModelled(world.get(FluxWorld.KUSTOMIZATION, "default", "apps"));

        assertThat(gap).contains("remote clusters (spec.kubeConfig)");
    }
}
