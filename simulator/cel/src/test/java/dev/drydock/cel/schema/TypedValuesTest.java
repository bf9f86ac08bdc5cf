package dev.drydock.cel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.interpret.Expressions;
import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.Indexing;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedValuesTest {

    private static final MapNode SCHEMA = Expressions.object("""
            type: object
            properties:
              count: {type: integer}
              ratio: {type: number}
              port: {x-kubernetes-int-or-string: true}
              when: {type: string, format: date-time}
              day: {type: string, format: date}
              span: {type: string, format: duration}
              data: {type: string, format: byte}
              maybe: {type: string, nullable: true}
              my-key: {type: string}
              tags: {type: array, items: {type: string}, x-kubernetes-list-type: set}
              items:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [name]
                items: {type: object, properties: {name: {type: string}, value: {type: integer}}}
              free: {x-kubernetes-preserve-unknown-fields: true}
              map: {type: object, additionalProperties: {type: number}}
            """);

    private static Value field(String yaml, String name) {
        return Indexing.get(TypedValues.of(Expressions.object(yaml), SCHEMA), Scalar.of(name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "count: 1 | count | int | 1",
                "ratio: 1 | ratio | double | 1",
                "port: 80 | port | int | 80",
                "port: http | port | string | http",
                "when: 2023-01-01T00:00:00Z | when | google.protobuf.Timestamp | 2023-01-01T00:00:00Z",
                "day: 2023-01-01 | day | google.protobuf.Timestamp | 2023-01-01T00:00:00Z",
                "span: 1 day | span | google.protobuf.Duration | 24h0m0s",
                "data: aGk= | data | bytes | [104 105]",
                "my-key: a | my__dash__key | string | a",
                "count: a | count | error | !invalid data, expected int, got string"
            })
    void a_schema_decides_the_type(String yaml, String name, String type, String value) {
        Value found = field(yaml.replace(": 2023-01-01 ", ": '2023-01-01'"), name);

        assertThat(found.type().runtimeName()).isEqualTo(type);
        assertThat(Expressions.shown(found)).isEqualTo(value);
    }

    @Test
    void null_fields_and_unknown_fields_are_not_there() {
        MapValue object = (MapValue) TypedValues.of(Expressions.object("{maybe: null, other: 1, count: 2}"), SCHEMA);

        assertThat(object.find(Scalar.of("maybe"))).isNull();
        assertThat(object.find(Scalar.of("other"))).isNull();
        assertThat(object.keys()).contains(Scalar.of("count")).doesNotContain(Scalar.of("other"));
    }

    @Test
    void sets_compare_and_join_without_order() {
        ListValue left = (ListValue) field("tags: [a, b]", "tags");
        ListValue right = (ListValue) field("tags: [b, a]", "tags");

        assertThat(Equality.isTrue(left, right)).isTrue();
        assertThat(((ListValue) left.plus((ListValue) field("tags: [b, c]", "tags"))).size())
                .isEqualTo(3);
    }

    @Test
    void lists_with_keys_compare_and_join_by_their_keys() {
        ListValue left = (ListValue) field("items: [{name: a, value: 1}, {name: b, value: 2}]", "items");
        ListValue right = (ListValue) field("items: [{name: b, value: 2}, {name: a, value: 1}]", "items");

        assertThat(Equality.isTrue(left, right)).isTrue();
        assertThat(((ListValue) left.plus((ListValue) field("items: [{name: b, value: 3}]", "items"))).size())
                .isEqualTo(2);
    }

    @Test
    void what_has_no_type_can_only_be_compared() {
        assertThat(Equality.isTrue(field("free: {a: [1]}", "free"), field("free: {a: [1]}", "free")))
                .isTrue();
        assertThat(Equality.isTrue(field("free: 1", "free"), field("free: 2", "free")))
                .isFalse();
    }

    @Test
    void resources_always_have_a_name() {
        MapNode object = Expressions.object("{kind: A, apiVersion: v1, metadata: {name: x, labels: {a: b}}}");

        Value metadata = Indexing.get(TypedValues.ofResource(object, SCHEMA), Scalar.of("metadata"));

        assertThat(Expressions.shown(Indexing.get(metadata, Scalar.of("name")))).isEqualTo("x");
        assertThat(Expressions.shown(Indexing.get(metadata, Scalar.of("labels"))))
                .isEqualTo("!no such key: labels");
    }
}
