package dev.drydock.kustomize.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategicMergeTest {

    private static final String POD = "apiVersion: v1, kind: Pod, spec: ";
    private static final String FOO = "apiVersion: example.com/v1, kind: Foo, spec: ";

    private static MapNode tree(String text) {
        return (MapNode) YamlReader.read("{" + text + "}", "", YamlMode.KUSTOMIZE);
    }

    private static String merged(String type, String object, String patch) {
        MapNode merged = new StrategicMerge(new MergeSchemas()).merge(tree(type + object), tree(type + patch));
        return merged == null ? "deleted" : String.valueOf(merged.get("spec"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: 1, b: 2}|{b: 3}|{\"a\":1,\"b\":3}",
                "{a: 1}|{a: null}|{}",
                "{a: {b: 1, c: 2}}|{a: {b: null}}|{\"a\":{\"c\":2}}",
                "{a: [1, 2]}|{a: [3]}|{\"a\":[3]}",
                "{a: {b: 1}}|{a: {$patch: replace, c: 2}}|{\"a\":{\"c\":2}}",
                "{a: {b: 1}}|{a: {$patch: delete}}|{}",
                "{a: 1}|{b: {c: null, d: 1}}|{\"a\":1,\"b\":{\"d\":1}}"
            })
    void merges_maps_and_replaces_lists_without_a_schema(String object, String patch, String expected) {
        assertThat(merged(FOO, object, patch)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{name: a, image: x}]|[{name: a, image: y}]|[{\"name\":\"a\",\"image\":\"y\"}]",
                "[{name: a}]|[{name: b}]|[{\"name\":\"b\"},{\"name\":\"a\"}]",
                "[{name: a}, {name: b}]|[{name: a, $patch: delete}]|[{\"name\":\"b\"}]",
                "[{name: a}]|[{$patch: replace}, {name: c}]|[{\"name\":\"c\"}]",
                "[{name: a}, {name: b}]|[{image: x}]|[]"
            })
    void merges_containers_by_name(String object, String patch, String expected) {
        assertThat(merged(POD, "{containers: " + object + "}", "{containers: " + patch + "}"))
                .isEqualTo("{\"containers\":" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{containerPort: 80, protocol: TCP}|{containerPort: 80, name: n}|[{\"containerPort\":80,\"protocol\":\"TCP\"}]",
                "{containerPort: 80, protocol: TCP}|{containerPort: 80, protocol: UDP}|[{\"containerPort\":80,\"protocol\":\"UDP\"},{\"containerPort\":80,\"protocol\":\"TCP\"}]"
            })
    void pairs_ports_on_two_keys_and_loses_what_lacks_one(String object, String patch, String expected) {
        String base = "{containers: [{name: a, ports: [" + object + "]}]}";
        String change = "{containers: [{name: a, ports: [" + patch + "]}]}";
        assertThat(merged(POD, base, change))
                .isEqualTo("{\"containers\":[{\"name\":\"a\",\"ports\":" + expected + "}]}");
    }

    @Test
    void takes_over_the_quotes_of_what_it_replaces() {
        assertThat(merged(FOO, "{a: '1'}", "{a: 5}")).isEqualTo("{\"a\":\"5\"}");
        assertThat(merged(FOO, "{a: 1}", "{a: 5}")).isEqualTo("{\"a\":5}");
    }

    @Test
    void deletes_an_object_but_never_replaces_one() {
        MapNode object = tree(FOO + "{a: 1}");
        StrategicMerge merge = new StrategicMerge(new MergeSchemas());
        assertThat(merge.merge(object, tree(FOO + "{}, $patch: delete"))).isNull();
        assertThat(merge.merge(object, tree(FOO + "{b: 2}, $patch: replace"))).isSameAs(object);
    }

    @Test
    void refuses_sides_that_do_not_fit() {
        assertThatThrownBy(() -> merged(FOO, "{a: {b: 1}}", "{a: x}"))
                .hasMessageStartingWith("wrong node kind: expected MappingNode but got ScalarNode: node contents:\nx");
        assertThatThrownBy(() -> merged(FOO, "{a: {b: 1}}", "{a: {$patch: x}}"))
                .hasMessage("unknown patch strategy 'x'");
    }
}
