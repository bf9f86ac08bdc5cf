package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.scenario.ScenarioReader;
import dev.drydock.yaml.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a manifest is told with its place, not only with that of the operation that names its folder. */
class ManifestPlacesTest extends RunFixture {

    private static final String MISTYPED = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: a, namespace: default}
            spec:
              interval: 1m
              prune: true
              sourceReff: {kind: GitRepository, name: a}
            """;

    private static final String STEPS = """
            steps:
              - name: One
                do: [{apply: {file: platform}}]
            """;

    @Test
    void a_refusal_names_the_manifest_and_the_field() throws IOException {
        write("platform/00-fine.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}\n");
        Path wrong = write("platform/10-team.yaml", "# a comment\n" + MISTYPED);
        assertThat(text(run(STEPS))).contains("field not declared in schema", "manifest  " + wrong + ":8:15");
    }

    @Test
    void a_refusal_of_the_whole_object_names_where_it_begins() throws IOException {
        Path wrong = write(
                "platform/a.yaml", "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: nowhere}\n");
        assertThat(text(run(STEPS))).contains("namespaces \"nowhere\" not found", "manifest  " + wrong + ":2:1");
    }

    @Test
    void unknown_fields_are_found_without_running() throws IOException {
        Path wrong = write("platform/10-team.yaml", MISTYPED);
        run(STEPS);
        var scenario = ScenarioReader.read(folder.resolve("x.scenario.yaml")).get(0);
        assertThat(ManifestFields.problems(scenario))
                .extracting(Diagnostic::render)
                .hasSize(1)
                .allMatch(text -> text.startsWith("error: " + wrong + ":7:15: Kustomization"))
                .allMatch(text -> text.contains(".spec.sourceReff: field not declared in schema"));
    }

    @Test
    void a_file_for_kustomize_is_told_from_an_object() throws IOException {
        write("platform/kustomization.yaml", """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [a.yaml]
                """);
        assertThat(text(run(STEPS)))
                .contains("no matches for kind \"Kustomization\" in version \"kustomize.config.k8s.io/v1beta1\"")
                .contains("next      this is a file for kustomize, and not an object");
    }
}
