package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomKindTest {

    private static final CustomKind WIDGET = CustomKind.of(yaml("""
            spec:
              versions:
              - name: v1
                subresources: {scale: {specReplicasPath: .spec.replicas}}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [size]
                        properties:
                          size: {type: string, enum: [small, large]}
                          mode: {type: string, default: auto}
                          replicas: {type: integer, maximum: 20}
                          target: {x-kubernetes-int-or-string: true}
                          title: {type: string, maxLength: 5, pattern: '^[a-z]*$'}
                          when: {type: string, format: date-time}
                          tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                          options: {type: object, additionalProperties: {type: string}}
                          free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                          more: {type: object, additionalProperties: true}
                          share: {type: number, enum: [2.5]}
                          pairs:
                            type: array
                            x-kubernetes-list-type: set
                            items: {type: object, properties: {a: {type: integer}}}
            """), "v1");

    private static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{mode: x}|spec.size: Required value",
                "{size: huge}|spec.size: Unsupported value: \"huge\": supported values: \"small\", \"large\"",
                "{size: small, replicas: 21}|spec.replicas: Invalid value: 21: spec.replicas in body should be less than or equal"
                        + " to 20",
                "{size: small, target: true}|spec.target: Invalid value: \"boolean\": spec.target in body must be of type"
                        + " integer,string: \"boolean\"",
                "{size: small, title: abcdef}|spec.title: Too long: may not be more than 5 bytes",
                "{size: small, title: A}|spec.title: Invalid value: \"A\": spec.title in body should match '^[a-z]*$'",
                "{size: small, when: today}|spec.when: Invalid value: \"today\": spec.when in body must be of type date-time:"
                        + " \"today\"",
                "{size: small, tags: [a, a]}|spec.tags[1]: Duplicate value: \"a\"",
                "{size: small, share: 1000.0}|spec.share: Unsupported value: 1000: supported values: \"2.5\"",
                "{size: small, pairs: [{a: 1}, {a: 1.0}]}|spec.pairs[1]: Duplicate value: {\"a\":1}",
                "{size: small, replicas: -1}|.spec.replicas: Invalid value: -1: should be a non-negative integer",
            })
    void says_what_is_wrong_as_the_server_does(String spec, String error) {
        assertThat(WIDGET.validate(yaml("spec: " + spec), null, warning -> {}).message())
                .isEqualTo(error);
    }

    @Test
    void drops_what_is_inside_objects_of_which_nothing_is_known() {
        List<String> unknown = new ArrayList<>();

        MapNode pruned = WIDGET.pruned(yaml("{kind: Widget, spec: {more: {a: {b: 1}, c: [{d: 2}, 3]}}}"), unknown);

        assertThat(unknown).containsExactly("unknown field \"spec.more.a.b\"", "unknown field \"spec.more.c[0].d\"");
        assertThat(pruned).hasToString("{\"kind\":\"Widget\",\"spec\":{\"more\":{\"a\":{},\"c\":[{},3]}}}");
    }

    @Test
    void reads_integers_of_more_than_64_bits_as_fractions() {
        MapNode read = WIDGET.read(yaml("{kind: Widget, spec: {free: {big: 9223372036854775808}}}"), new ArrayList<>());

        assertThat(read.find("spec", "free", "big")).isEqualTo(Node.of(0x1p63));
    }

    @Test
    void drops_unknown_fields_and_names_them() {
        List<String> unknown = new ArrayList<>();

        MapNode pruned = WIDGET.pruned(
                yaml("{kind: Widget, spec: {size: small, colour: red, free: {any: 1}, options: {a: b}}, more: 1}"),
                unknown);

        assertThat(unknown).containsExactly("unknown field \"more\"", "unknown field \"spec.colour\"");
        assertThat(pruned)
                .hasToString(
                        "{\"kind\":\"Widget\",\"spec\":{\"size\":\"small\",\"free\":{\"any\":1},\"options\":{\"a\":\"b\"}}}");
    }

    @Test
    void puts_defaults_in_the_place_of_nulls_and_drops_other_nulls() {
        assertThat(WIDGET.defaulted(yaml("spec: {size: small, mode: null, title: null}")))
                .hasToString("{\"spec\":{\"size\":\"small\",\"mode\":\"auto\"}}");
    }

    @Test
    void does_not_complain_about_what_did_not_change() {
        MapNode old = yaml("spec: {size: huge, mode: a}");

        assertThat(WIDGET.validate(yaml("spec: {size: huge, mode: b}"), old, warning -> {})
                        .isEmpty())
                .isTrue();
        assertThat(WIDGET.validate(yaml("spec: {size: wide, mode: b}"), old, warning -> {})
                        .isEmpty())
                .isFalse();
    }
}
