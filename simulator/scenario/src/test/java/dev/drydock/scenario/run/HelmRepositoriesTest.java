package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.yaml.YamlException;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario serves to HelmRepositories. */
class HelmRepositoriesTest extends RunFixture {

    private static final String HELM = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            metadata: {name: charts, namespace: default}
            spec: {interval: 1m, url: "https://charts.example.com/team/"}
            """;
    private static final String GIT = """
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: charts, namespace: default}
            spec: {interval: 1m, ref: {branch: main}, url: "https://charts.example.com/team"}
            """;

    @BeforeEach
    void chart() throws IOException {
        write("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    }

    private ScenarioResult serve(String entry) throws IOException {
        return run("""
                repositories:
                  - {url: "https://charts.example.com/team", %s}
                steps:
                  - name: One
                    do:
                      - apply: {file: sources.yaml}
                      - settle: {}
                    expect:
                      - {outcome: Accepted, of: HelmRepository/default/charts}
                """.formatted(entry));
    }

    private void assertIsRefused(String entry) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> serve(entry))
                .satisfies(e -> assertThat(e.diagnostics().get(0).render())
                        .contains("x.scenario.yaml:6:59: directory: \"https://charts.example.com/team\" is the URL of"
                                + " the HelmRepository charts, which serves charts; list their folders in charts"
                                + " instead, as charts: [DIR]"));
    }

    @Test
    void are_served_charts() throws IOException {
        write("sources.yaml", HELM);

        assertThat(serve("charts: [charts/web]").verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void are_not_served_files() throws IOException {
        write("sources.yaml", HELM);

        assertIsRefused("directory: charts");
    }

    @Test
    void are_not_served_files_either_when_a_repository_brings_them() throws IOException {
        write("sources.yaml", TENANT);
        write("charts/sources.yaml", HELM);

        assertIsRefused("directory: charts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory: charts, charts: [charts/web]", "directory: charts"})
    void share_their_url_with_others(String entry) throws IOException {
        write("sources.yaml", HELM + GIT);

        Verdict expected = entry.contains("[") ? Verdict.HELD : Verdict.FAILED;
        assertThat(serve(entry).verdict()).as(text(serve(entry))).isEqualTo(expected);
    }

    @Test
    void of_registries_are_accepted_without_a_condition() throws IOException {
        write("sources.yaml", HELM.replace("url: \"https:", "type: oci, url: \"oci:"));

        assertThat(serve("directory: charts").verdict()).isEqualTo(Verdict.HELD);
    }
}
