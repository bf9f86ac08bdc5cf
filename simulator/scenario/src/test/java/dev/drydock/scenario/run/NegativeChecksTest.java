package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.yaml.YamlException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that something is not so must not hold because of a typo. */
class NegativeChecksTest extends RunFixture {

    private static final String WIDGETS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
              versions:
                - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
            """;

    private ScenarioResult expect(String check) throws IOException {
        return run("""
                steps:
                  - name: One
                    do: [{settle: {}}]
                    expect:
                      - %s
                """.formatted(check));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cannot: {as: ann, verb: crate, resource: pods} | no verb is called \"crate\"; did you mean \"create\"?",
                "cannot: {as: ann, verb: gte, resource: /healthz} | no verb is called \"gte\"; did you mean \"get\"?",
                "absent: {apiVersion: v1, kind: ConfigMapp, metadata: {name: a}} | nothing serves ConfigMapp of v1; did you mean \"ConfigMap\" (v1)?",
                "absent: {apiVersion: v1, kind: Deployment, metadata: {name: a}} | Deployment is served as apps/v1",
                "absent: {apiVersion: v1, kind: Namespace, metadata: {name: a, namespace: b}} | a Namespace has no namespace",
                "absent: {apiVersion: v1, kind: Secret, metadata: {name: a}} | a Secret is in a namespace; metadata.namespace is missing",
                "cannot: {as: ann, verb: get, resource: nodes, namespace: default} | nodes are in no namespace",
                "{event: {of: ConfigMapp/a/b}} | nothing serves the kind ConfigMapp; did you mean \"ConfigMap\" (v1)?",
            })
    void a_word_that_nothing_knows_is_bad_input(String check, String message) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> expect(check))
                .satisfies(e -> assertThat(e.diagnostics().get(0).render())
                        .contains("x.scenario.yaml:9:19: ")
                        .contains(message));
    }

    @Test
    void a_verb_that_only_a_file_names_is_not_judged_until_a_role_grants_it() throws IOException {
        write("roles.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: strange}
                rules: [{apiGroups: [""], resources: [pods], verbs: [explode]}]
                """);
        String both = """
                steps:
                  - name: Before
                    do: [{settle: {}}]
                    expect: [{cannot: {as: ann, verb: explode, resource: pods}}]
                  - name: After
                    do: [{apply: {file: roles.yaml}}]
                    expect: [{cannot: {as: ann, verb: explode, resource: pods}}]
                """;
        assertThat(checks(run(both))).extracting(Finding::verdict).containsExactly(Verdict.NOT_JUDGED, Verdict.HELD);
    }

    @Test
    void a_kind_that_is_served_no_more_is_absent_and_one_that_never_was_is_not_judged() throws IOException {
        write("crd.yaml", WIDGETS);
        String absent = "    expect: [{absent: {apiVersion: example.com/v1, kind: Widget, metadata: {name: a}}}]\n";
        ScenarioResult result = run("steps:\n  - name: Before\n    do: [{settle: {}}]\n" + absent
                + "  - name: Served\n    do: [{apply: {file: crd.yaml}}, {settle: {}}]\n" + absent
                + "  - name: Gone\n    do: [{delete: {target: CustomResourceDefinition/widgets.example.com}}, {settle: {}}]\n"
                + absent);
        assertThat(checks(result))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.NOT_JUDGED, Verdict.HELD, Verdict.HELD);
        assertThat(text(result)).contains("nothing served Widget of example.com/v1 at any time");
    }

    @Test
    void an_account_that_does_not_exist_is_noted() throws IOException {
        write("tenant.yaml", TENANT);
        write("apps/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: team}}\n");
        ScenarioResult result = run(ONBOARDED + """
                  expect:
                    - cannot: {as: system:serviceaccount:team:fluxx, verb: get, resource: pods}
                    - blastRadius: {of: system:serviceaccount:team:fluxx, within: [team]}
                    - cannot: {as: system:serviceaccount:team:flux, verb: get, resource: pods}
            """);
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.steps().get(0).notes())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.notes())
                        .containsExactly("there is no ServiceAccount fluxx in namespace team; did you mean "
                                + "\"system:serviceaccount:team:flux\"?"));
    }

    @Test
    void a_subresource_that_nothing_serves_is_not_judged() throws IOException {
        assertThat(text(expect("cannot: {as: ann, verb: get, resource: pods, subresource: logg}")))
                .contains("not judged")
                .contains("nothing serves pods/logg; did you mean \"log\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent: {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: defualt}}",
                "cannot: {as: ann, verb: get, resource: pods, namespace: defualt}"
            })
    void a_namespace_that_never_was_is_noted(String check) throws IOException {
        ScenarioResult result = expect(check);
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.steps().get(0).notes())
                .singleElement()
                .satisfies(found -> assertThat(found.notes())
                        .containsExactly("there was no namespace defualt at any time; did you mean \"default\"?"));
    }

    @Test
    void a_namespace_that_is_gone_is_not_noted() throws IOException {
        ScenarioResult result = run("""
                steps:
                  - name: One
                    do:
                      - apply: {resource: {apiVersion: v1, kind: Namespace, metadata: {name: short}}}
                      - settle: {}
                      - delete: {target: Namespace/short}
                      - settle: {}
                    expect:
                      - absent: {apiVersion: v1, kind: Namespace, metadata: {name: short}}
                      - absent: {apiVersion: v1, kind: Secret, metadata: {name: a, namespace: short}}
                      - cannot: {as: ann, verb: get, resource: namespaces, namespace: short, name: short}
                """);
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.steps().get(0).notes()).isEmpty();
    }

    @Test
    void what_is_not_of_flux_has_no_inventory() {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> expect("inventory: {of: ConfigMap/default/a, exactly: []}"))
                .withMessageContaining("x.scenario.yaml:9:22: \"ConfigMap/default/a\": a ConfigMap has no inventory");
    }

    @Test
    void what_is_not_of_flux_is_not_reconciled() {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> run("steps: [{name: One, do: [{reconcile: {target: ConfigMap/default/a}}]}]\n"))
                .withMessageContaining("\"ConfigMap/default/a\": a ConfigMap is no object of Flux");
    }

    @Test
    void a_repository_that_serves_nothing_is_noted() throws IOException {
        ScenarioResult result = run("""
                repositories: [{url: "https://git.example.com/apps"}]
                steps: [{name: One, do: [{settle: {}}]}]
                """);
        assertThat(result.notes()).anySatisfy(note -> assertThat(note).contains("serves nothing"));
    }
}
