package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.yaml.YamlException;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs connect what a scenario serves with what sources ask for; a mistyped one connects nothing. */
class UrlsTest extends RunFixture {

    @BeforeEach
    void tenant() throws IOException {
        write("tenant.yaml", TENANT);
        write("apps/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: team}}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://git.example.com/apps.git",
                "https://git.example.com/apps/",
                "https://git.example.com/apps\", branch: \"main"
            })
    void a_repository_is_described_once_however_its_url_is_spelled(String other) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() ->
                        run(ONBOARDED.replace("  steps:", "    - {url: \"" + other + "\", directory: apps}\n  steps:")))
                .satisfies(e -> assertThat(e.diagnostics().get(0).message())
                        .startsWith("duplicate repository \"https://git.example.com/apps")
                        .endsWith("line 6 has it already"));
    }

    @Test
    void a_mistyped_url_is_told_where_its_absence_is_felt() throws IOException {
        ScenarioResult result = run(ONBOARDED.replace("com/apps\"", "com/app\"") + """
                  expect:
                    - outcome: Accepted
                      of: Kustomization/team/apps
            """);
        assertThat(text(result))
                .contains("Source artifact not found")
                .contains(
                        "because   GitRepository.source.toolkit.fluxcd.io/team/apps is Stuck   Ready=False GitOperationFailed")
                .contains("no repository has the URL https://git.example.com/apps; did you mean"
                        + " \"https://git.example.com/app\"?");
        assertThat(result.notes())
                .hasSize(1)
                .allMatch(
                        note -> note.startsWith("repositories: no source asked for https://git.example.com/app; did you"
                                + " mean \"https://git.example.com/apps\"? ("));
    }

    @Test
    void a_push_that_nobody_fetches_is_noted() throws IOException {
        ScenarioResult result =
                run(ONBOARDED + "        - push: {url: \"https://git.example.com/aps\", directory: apps}\n");
        assertThat(result.notes())
                .hasSize(1)
                .allMatch(note -> note.startsWith("push: no source asked for https://git.example.com/aps; did you mean"
                        + " \"https://git.example.com/apps\"?"));
        assertThat(run(ONBOARDED + "        - push: {url: \"https://git.example.com/apps/\", directory: apps}\n")
                        .notes())
                .isEmpty();
    }
}
