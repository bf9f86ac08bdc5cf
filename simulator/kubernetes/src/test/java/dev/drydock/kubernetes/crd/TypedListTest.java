package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedListTest {

    private static final MapNode SCHEMA = map("""
            type: object
            properties:
              plain: &list {type: array, items: {type: string}}
              set: {<<: *list, x-kubernetes-list-type: set}
              map:
                type: array
                items: {type: object, properties: {k: {type: string}, v: {type: string}}}
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [k]
            """);

    private static MapNode map(String yaml) {
        return (MapNode) YamlReader.read(yaml, "test.yaml", YamlMode.KUBERNETES);
    }

    private static ListValue list(String name, String items) {
        MapNode schema = SCHEMA.findMap("properties", name);
        return (ListValue) SchemaValues.of(map("list: " + items).findList("list"), schema);
    }

    @ParameterizedTest(name = "{0}: {1} == {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | [a, b] | [b, a] | false",
                "set | [a, b] | [b, a] | true",
                "set | [a, b] | [a, c] | false",
                "map | [{k: a, v: x}, {k: b}] | [{k: b}, {k: a, v: x}] | true",
                "map | [{k: a, v: x}] | [{k: a, v: y}] | false"
            })
    void compares_by_what_items_are(String name, String left, String right, boolean equal) {
        ListValue other = list(name, right);
        List<Value> plain = new java.util.ArrayList<>();
        other.forEach(plain::add);

        assertThat(Equality.isTrue(list(name, left), other)).isEqualTo(equal);
        assertThat(Equality.isTrue(list(name, left), ListValue.of(plain))).isEqualTo(equal);
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | [a] | [a] | [a, a]",
                "set | [a, b] | [c, a] | [c, b, a]",
                "map | [{k: a, v: x}, {k: b}] | [{k: a, v: y}] | [{k: b}, {k: a, v: y}]"
            })
    void joins_by_what_items_are(String name, String left, String right, String sum) {
        assertThat(Equality.isTrue(list(name, left).plus(list(name, right)), list(name, sum)))
                .isTrue();
    }
}
