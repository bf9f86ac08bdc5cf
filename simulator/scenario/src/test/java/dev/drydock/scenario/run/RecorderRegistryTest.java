package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.ScenarioReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry has a repository whose name has a word of the registry's own paths in it. */
class RecorderRegistryTest extends RunFixture {

    @BeforeEach
    void describe() throws IOException {
        write("apps/map.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}");
        write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: small}
                spec:
                  repositories:
                    - {url: "oci://registry.example.com/team/manifests", tag: v1, directory: apps}
                  steps:
                    - name: One
                      do:
                        - apply:
                            resource:
                              apiVersion: source.toolkit.fluxcd.io/v1
                              kind: OCIRepository
                              metadata: {name: apps, namespace: default}
                              spec: {interval: 1m, ref: {tag: v1}, url: "oci://registry.example.com/team/manifests"}
                        - settle: {}
                      expect:
                        - {outcome: Accepted, of: OCIRepository/default/apps}
                """);
    }

    private ScenarioResult run(Runner runner) throws IOException {
        return runner.run(ScenarioReader.read(folder.resolve("x.scenario.yaml")).get(0));
    }

    @Test
    void registries_find_it() throws IOException {
        assertThat(run(Runner.of(Seed.DEFAULT)).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void the_registry_of_the_recordings_does_not() throws IOException {
        ScenarioResult result = run(Runner.of(Seed.DEFAULT).likeRecorder(Duration.ofMinutes(2), "recorder"));

        assertThat(checks(result).get(0).details())
                .contains("https://registry.example.com/v2/team/manifests/manifests/v1: NAME_UNKNOWN");
    }
}
