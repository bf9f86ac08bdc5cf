package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteBasesTest {

    private static final String URL = "https://git.example.com/apps.git";
    private static final String BASES = "https://git.example.com/bases.git";

    private static String message(FluxProfile profile, String entry) {
        return new FluxWorld(profile)
                .push(
                        BASES,
                        Map.of(
                                "web/kustomization.yaml",
                                "resources: [web.yaml]",
                                "web/web.yaml",
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: default}}"))
                .push(URL, Map.of("kustomization.yaml", "resources: [\"" + entry + "\"]"))
                .apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: default}}")
                .apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, url: \"" + URL
                        + "\", ref: {branch: main}}}")
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true,"
                        + " sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(30)
                .ready(FluxWorld.KUSTOMIZATION, "default", "apps")
                .message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://git.example.com/bases.git//web?ref=main|Applied revision: ",
                "https://git.example.com/bases.git//none|no such file or directory",
                "https://git.example.com/bases.git//web?ref=x|fatal: couldn't find remote ref x",
                "https://git.example.com/nothing.git//web|/nothing.git/' not found",
                "https://other.example.com/bases.git//web|Could not resolve host: other.example.com",
                "https://github.com/nobody/knows.git//web|Could not resolve host: github.com"
            })
    void are_what_the_world_serves(String entry, String expected) {
        assertThat(message(FluxProfile.open(), entry)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"https://git.example.com/bases.git//web?ref=main"})
    void are_outside_of_what_may_be_read_under_lockdown(String entry) {
        assertThat(message(FluxProfile.lockdown(), entry))
                .contains("fs-security-constraint abs /tmp/kustomize-")
                .contains("is not in or below '/tmp/kustomization-");
    }
}
