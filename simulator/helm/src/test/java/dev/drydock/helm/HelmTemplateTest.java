package dev.drydock.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmTemplateTest {

    private static final String OBJECTS = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n"
            + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

    @Test
    void sorts_manifests_into_install_order() {
        assertThat(Charts.render(Charts.chart("templates/a.yaml", OBJECTS), "").manifest())
                .isEqualTo(
                        "---\n# Source: web/templates/a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n\n"
                                + "---\n# Source: web/templates/a.yaml\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n");
    }

    @Test
    void keeps_hooks_apart() {
        String hook = "kind: Job\nmetadata:\n  name: j\n  annotations:\n    helm.sh/hook: pre-install,test\n"
                + "    helm.sh/hook-weight: \"-5\"\n    helm.sh/hook-delete-policy: hook-succeeded\n";
        Rendered rendered = Charts.render(Charts.chart("templates/j.yaml", hook), "");
        assertThat(rendered.manifest()).isEmpty();
        assertThat(rendered.hooks()).singleElement().satisfies(job -> {
            assertThat(job.name()).isEqualTo("j");
            assertThat(job.events()).containsExactly("pre-install", "test");
            assertThat(job.weight()).isEqualTo(-5);
            assertThat(job.deletePolicies()).containsExactly("hook-succeeded");
        });
    }

    @Test
    void finds_notes_and_definitions() {
        Rendered rendered = Charts.render(
                Charts.chart(
                        "templates/NOTES.txt",
                        "Hi {{ .Release.Name }}",
                        "crds/c.yaml",
                        "kind: X",
                        "crds/readme.md",
                        "x"),
                "");
        assertThat(rendered.notes()).isEqualTo("Hi demo");
        assertThat(rendered.crds()).extracting(CrdFile::name).containsExactly("web/crds/c.yaml");
    }

    @Test
    void refuses_text_that_is_no_manifest() {
        assertThatThrownBy(() -> Charts.render(Charts.chart("templates/a.yaml", "just text"), ""))
                .hasMessage("YAML parse error on web/templates/a.yaml: error unmarshaling JSON: while decoding JSON: "
                        + "json: cannot unmarshal string into Go value of type util.SimpleHead");
    }

    @Test
    void asks_for_a_version_of_kubernetes() {
        Chart chart = Charts.chart("Chart.yaml", "{apiVersion: v2, name: web, version: 1.0.0, kubeVersion: <1.30.0}");
        assertThatThrownBy(() -> Charts.render(chart, ""))
                .hasMessage("chart requires kubeVersion: <1.30.0 which is incompatible with Kubernetes v1.36.3");
    }

    @Nested
    class The_post_renderer {

        private Rendered render(String template) {
            return Charts.render(
                    Charts.chart("templates/a.yaml", template), "", RenderOptions.TEMPLATE.withOriginLabels(true));
        }

        @Test
        void adds_labels_and_rewrites_the_text() {
            assertThat(render("kind: ConfigMap\napiVersion: v1\nmetadata: {name: 'c'}\n")
                            .manifest())
                    .isEqualTo(
                            "---\n# Source: web/templates/a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n"
                                    + "    helm.toolkit.fluxcd.io/name: demo\n    helm.toolkit.fluxcd.io/namespace: apps\n  name: c\n\n");
        }

        @Test
        void finds_keys_that_stand_twice_where_it_writes_them() {
            assertThatThrownBy(() -> render(
                            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  a: one\n  a: two\n"))
                    .hasMessage("error while running post render on files: map[string]interface {}(nil): "
                            + "yaml: unmarshal errors:\n  line 12: mapping key \"a\" already defined at line 11");
        }

        @Test
        void stops_at_control_characters() {
            assertThatThrownBy(() ->
                            render("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\ndata: {a: \"\\x9f\"}\n"))
                    .hasMessageEndingWith("yaml: control characters are not allowed");
        }

        @Test
        void needs_names_and_kinds() {
            assertThatThrownBy(() -> render("apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n"))
                    .hasMessage(
                            "error while running post render on files: missing metadata.name in object "
                                    + "{{v1 ConfigMap} {{ } map[] map[postrenderer.helm.sh/postrender-filename:web/templates/a.yaml]}}");
        }
    }

    @Nested
    class Schemas {

        private static final String DRAFT7 = "\"$schema\": \"http://json-schema.org/draft-07/schema#\", ";

        @ParameterizedTest(name = "{0} refuses {1}: {2}")
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '\0',
                value = {
                    "\"required\": [\"a\"]~{}~- at '': missing property 'a'",
                    "\"properties\": {\"a\": {\"type\": \"integer\"}}~{a: 1.5}~- at '/a': got number, want integer",
                    "\"properties\": {\"a\": {\"type\": [\"string\", \"null\"]}}~{a: 1}~- at '/a': got number, want null or string",
                    "\"properties\": {\"a\": {\"enum\": [\"x\", 2]}}~{a: y}~- at '/a': value must be one of 'x', 2",
                    "\"properties\": {\"a\": {\"const\": 1}}~{a: 2}~- at '/a': value must be 1",
                    "\"properties\": {\"a\": {\"maximum\": 65535}}~{a: 70000}~- at '/a': maximum: got 70,000, want 65,535",
                    "\"properties\": {\"a\": {\"multipleOf\": 5}}~{a: 7}~- at '/a': multipleOf: got 7, want 5",
                    "\"properties\": {\"a\": {\"pattern\": \"^x\"}}~{a: yy}~- at '/a': 'yy' does not match pattern '^x'",
                    "\"properties\": {\"a\": {\"minLength\": 3}}~{a: yy}~- at '/a': minLength: got 2, want 3",
                    "\"properties\": {\"a\": {\"uniqueItems\": true}}~{a: [1, 2, 1]}~- at '/a': items at 0 and 2 are equal",
                    "\"properties\": {\"a\": {\"items\": {\"type\": \"string\"}}}~{a: [x, 1]}~- at '/a/1': got number, want string",
                    "\"additionalProperties\": false~{a: 1}~- at '': additional properties 'a' not allowed",
                    "\"not\": {\"required\": [\"a\"]}~{a: 1}~- at '': 'not' failed",
                    "\"dependencies\": {\"a\": [\"b\"]}~{a: 1}~- at '': properties 'b' required, if 'a' exists",
                    "\"properties\": {\"a\": {\"format\": \"ipv4\"}}~{a: 1.2.3}~- at '/a': '1.2.3' is not valid ipv4: expected four decimals",
                    "\"definitions\": {\"p\": {\"type\": \"string\"}}, \"properties\": {\"a\": {\"$ref\": \"#/definitions/p\"}}~{a: 1}~- at '/a': got number, want string",
                    "\"if\": {\"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}~{a: 1}~- at '': missing property 'b'"
                })
        void refuse_values(String keywords, String values, String problem) {
            Chart chart = Charts.chart("values.schema.json", "{" + DRAFT7 + keywords + "}");
            assertThatThrownBy(() -> Charts.render(chart, values))
                    .hasMessage(
                            "values don't meet the specifications of the schema(s) in the following chart(s):\nweb:\n"
                                    + problem + "\n");
        }

        @Test
        void show_the_branches_of_a_combination() {
            Chart chart = Charts.chart(
                    "values.schema.json",
                    "{\"properties\": {\"a\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]}}}");
            assertThatThrownBy(() -> Charts.render(chart, "a: 1"))
                    .hasMessageEndingWith(
                            "- at '/a': 'anyOf' failed\n  - at '/a': got number, want string\n  - at '/a': got number, want null\n");
        }

        @Test
        void can_be_left_out() {
            Chart chart = Charts.chart("values.schema.json", "{\"required\": [\"a\"]}");
            assertThat(Charts.render(chart, "", RenderOptions.TEMPLATE.withSchemaValidation(false))
                            .manifest())
                    .isEmpty();
        }
    }
}
