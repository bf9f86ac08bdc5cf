package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FluxDefinitionsTest {

    private static List<MapNode> definitions() throws IOException {
        String name = "/dev/drydock/kubernetes/server/flux-definitions.jsonl";
        InputStream file = Objects.requireNonNull(CustomKind.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> (MapNode) JsonReader.read(line, name))
                    .toList();
        }
    }

    private static CustomKind kind(String plural, String version) throws IOException {
        MapNode found = definitions().stream()
                .filter(definition ->
                        definition.findText("spec", "names", "plural").equals(plural))
                .findFirst()
                .orElseThrow();
        return CustomKind.of(found, version);
    }

    @Test
    void are_accepted_with_all_their_rules() throws IOException {
        CustomResourceDefinitionRules rules = new CustomResourceDefinitionRules();
        List<SchemaRule> compiled = new ArrayList<>();
        for (MapNode definition : definitions()) {
            assertThat(rules.validateCreate(rules.prepareForCreate(definition)).list())
                    .as(definition.findText("metadata", "name"))
                    .isEmpty();
            for (Node version : definition.findList("spec", "versions")) {
                SchemaSearch.visit(version.findMap("schema", "openAPIV3Schema"), schema -> {
                    RuleCompiler compiler = RuleCompiler.of(schema, false);
                    if (compiler != null) {
                        compiled.addAll(compiler.compile());
                    }
                });
            }
        }

        assertThat(compiled).hasSizeGreaterThanOrEqualTo(13).allMatch(rule -> rule.error() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "helmreleases|v2|{interval: 5m}|spec: Invalid value: either chart or chartRef must be set",
                "helmreleases|v2|{interval: 5m, chartRef: {kind: HelmChart, name: a}}|",
            })
    void hold_objects_to_their_rules(String plural, String version, String spec, String error) throws IOException {
        MapNode object = (MapNode) YamlReader.read("spec: " + spec, "test", YamlMode.KUBERNETES);

        String found = String.join(
                "; ",
                kind(plural, version).validate(object, null, warning -> {}).list().stream()
                        .map(Object::toString)
                        .toList());

        assertThat(found).isEqualTo(error == null ? "" : error);
    }
}
