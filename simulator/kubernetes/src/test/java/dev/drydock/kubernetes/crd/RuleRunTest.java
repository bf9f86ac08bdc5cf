package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleRunTest {

    private final List<String> warnings = new ArrayList<>();

    private static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    private static CustomKind kind(String spec) {
        return CustomKind.of(
                MapNode.of(
                        "spec",
                        yaml("versions: [{name: v1, schema: {openAPIV3Schema: {type: object, properties: {spec: " + spec
                                + "}}}}]")),
                "v1");
    }

    private String errors(CustomKind kind, String spec, @Nullable String old) {
        FieldErrors errors =
                kind.validate(yaml("spec: " + spec), old == null ? null : yaml("spec: " + old), warnings::add);
        return errors.isEmpty() ? "" : errors.message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{rule: self.num > 1}|{num: 2}|",
                "{rule: self.num > 1}|{num: 1}|spec: Invalid value: failed rule: self.num > 1",
                "{rule: self.num > 1, message: more}|{num: 1}|spec: Invalid value: more",
                "{rule: self.num > 1, messageExpression: \"'more' + ' of it'\"}|{num: 1}|spec: Invalid value: more of it",
                "{rule: self.num > 1, fieldPath: .num, reason: FieldValueRequired}|{num: 1}|spec.num: Required value: failed rule:"
                        + " self.num > 1",
                "{rule: self.num > 1, reason: FieldValueForbidden}|{num: 1}|spec: Forbidden: failed rule: self.num > 1",
                "{rule: self.num > 1}|{}|spec: Invalid value: \"object\": no such key: num evaluating rule: self.num > 1",
                "{rule: 10 / self.num > 1}|{num: 0}|spec: Invalid value: \"object\": division by zero evaluating rule: 10 / self.num"
                        + " > 1",
                "{rule: self.num > oldSelf.num}|{num: 0}|",
            })
    void says_why_a_rule_is_broken(String rule, String spec, String error) {
        CustomKind kind =
                kind("{type: object, properties: {num: {type: integer}}, x-kubernetes-validations: [" + rule + "]}");

        assertThat(errors(kind, spec, null)).isEqualTo(error == null ? "" : error);
    }

    @Test
    void compares_with_the_older_value_where_there_is_one() {
        CustomKind kind = kind("{type: object, properties: {num: {type: integer, x-kubernetes-validations:"
                + " [{rule: self >= oldSelf, message: no way back}]}}}");

        assertThat(errors(kind, "{num: 1}", "{num: 2}")).isEqualTo("spec.num: Invalid value: 1: no way back");
        assertThat(errors(kind, "{num: 1}", "{}")).isEmpty();
    }

    @Test
    void warns_of_broken_rules_about_what_did_not_change() {
        CustomKind kind = kind("{type: object, properties: {mm: {type: string}, num: {type: integer,"
                + " x-kubernetes-validations: [{rule: self < 5, message: too much}]}}}");

        assertThat(errors(kind, "{mm: b, num: 9}", "{mm: a, num: 9}")).isEmpty();
        assertThat(warnings).containsExactly("spec.num: Invalid value: 9: too much");
        assertThat(errors(kind, "{mm: a, num: 8}", "{mm: a, num: 9}"))
                .isEqualTo("spec.num: Invalid value: 8: too much");
    }

    @Test
    void waits_for_a_value_of_the_right_shape() {
        CustomKind kind = kind("{type: object, properties: {num: {type: integer}}, required: [num],"
                + " x-kubernetes-validations: [{rule: self.num > 5}]}");

        assertThat(errors(kind, "{}", null))
                .isEqualTo(
                        "[spec.num: Required value, <nil>: Invalid value: null: some validation rules were not checked"
                                + " because the object was invalid; correct the existing errors to complete validation]");
    }

    @Test
    void sees_lists_that_are_sets_without_their_order() {
        CustomKind kind = kind("{type: object, properties: {s: {type: array, x-kubernetes-list-type: set, items: {type:"
                + " string}, x-kubernetes-validations: [{rule: self == oldSelf}]}}}");

        assertThat(errors(kind, "{s: [a, b]}", "{s: [b, a]}")).isEmpty();
        assertThat(errors(kind, "{s: [a, c]}", "{s: [b, a]}"))
                .isEqualTo("spec.s: Invalid value: failed rule: self == oldSelf");
    }

    @Test
    void stops_when_a_rule_costs_too_much() {
        CustomKind kind = kind("{type: array, items: {type: integer}, x-kubernetes-validations:"
                + " [{rule: 'self.all(a, self.all(b, self.all(c, a + b + c >= 0)))'}, {rule: self.size() > 1000}]}");
        String list = "[" + "1, ".repeat(150) + "1]";

        assertThat(errors(kind, list, null))
                .startsWith(
                        "spec: Invalid value: \"array\": 'operation cancelled: actual cost limit exceeded': no further"
                                + " validation rules will be run due to call cost exceeds limit for rule: self.all(a,");
    }
}
