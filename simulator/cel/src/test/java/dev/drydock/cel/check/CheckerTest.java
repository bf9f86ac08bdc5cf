package dev.drydock.cel.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.KubernetesEnvironment;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.schema.SchemaTypes;
import dev.drydock.cel.type.CelType;
import dev.drydock.yaml.JsonReader;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {

    private static final DeclaredType SELF =
            Objects.requireNonNull(SchemaTypes.of(JsonReader.read("""
                    {"type": "object", "properties": {
                      "n": {"type": "integer"}, "f": {"type": "number"}, "s": {"type": "string"},
                      "at": {"type": "string", "format": "date-time"},
                      "list": {"type": "array", "items": {"type": "string"}},
                      "map": {"type": "object", "additionalProperties": {"type": "integer"}},
                      "namespace": {"type": "boolean"}, "a-b": {"type": "string"}, "any": {"x-kubernetes-int-or-string": true},
                      "unknown": {"x-kubernetes-preserve-unknown-fields": true}
                    }}
                    """, "schema.json"), false, "Self"));

    private static final Environment ENVIRONMENT = KubernetesEnvironment.base()
            .with(DeclaredTypes.of(SELF))
            .with("self", SELF.type())
            .with("old", CelType.optional(SELF.type()))
            .with("x", CelType.DYN);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "self.n + 1 ~ int",
                "self.list.map(e, e.size()) ~ list(int)",
                "self.map['a'] ~ int",
                "self.map.transformList(k, v, k) ~ list(string)",
                "self.namespace ~ bool",
                "self.a__dash__b ~ string",
                "self.at ~ google.protobuf.Timestamp",
                "self.any ~ dyn",
                "has(self.n) ? [self.n] : [] ~ list(int)",
                "{'a': []} ~ map(string, list(dyn))",
                "old.?n ~ optional_type(int)",
                "old.n.orValue(1) ~ int",
                "old.optMap(o, o.s) ~ optional_type(string)",
                "x.a.b ~ dyn",
                "[x, x][0] ~ dyn",
                "type(1) == int ~ bool",
                "self.list.sortBy(e, e.size()) ~ list(string)",
                "sets.contains([1], [1]) ~ bool",
                "1 < 1.5 ~ bool",
            })
    void finds_the_type(String text, String type) {
        Compilation compilation = ENVIRONMENT.compile(text);

        assertThat(compilation.errors()).isEmpty();
        assertThat(Objects.requireNonNull(compilation.ast()).resultType()).hasToString(type);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "nope ~ 1 undeclared reference to 'nope' (in container '')",
                "self.nope ~ 5 undefined field 'nope'",
                "has(self.nope) ~ 4 undefined field 'nope'",
                "self.unknown ~ 5 undefined field 'unknown'",
                "self.s.nope ~ 7 type 'string' does not support field selection",
                "self.n == 's' ~ 8 found no matching overload for '_==_' applied to '(int, string)'",
                "self.n == 1.0 ~ 8 found no matching overload for '_==_' applied to '(int, double)'",
                "self.at == 's' ~ 9 found no matching overload for '_==_' applied to '(timestamp, string)'",
                "self['n'] ~ 5 found no matching overload for '_[_]' applied to '(Self, string)'",
                "old.n > 1 ~ 7 found no matching overload for '_>_' applied to '(optional_type(int), int)'",
                "self.s.size(1) ~ 12 found no matching overload for 'size' applied to 'string.(int)'",
                "self.n.all(e, true) ~ 5 expression of type 'int' cannot be range of a comprehension (must be list, map, or"
                        + " dynamic)",
                "1 && true ~ 1 expected type 'bool' but found 'int'",
                "[1, 'a'] ~ 5 expected type 'int' but found 'string'",
                "{'a': 1, 'b': 's'} ~ 15 expected type 'int' but found 'string'",
                "type == 1 ~ 6 found no matching overload for '_==_' applied to '(type(type), int)'",
                "Self{nope: 1} ~ 10 undefined field 'nope'",
                "Nope{} ~ 5 undeclared reference to 'Nope' (in container '')",
                "duration('abc') > duration('1s') ~ 10 invalid duration argument",
                "timestamp('2024-02-30T00:00:00Z') == timestamp(0) ~ 11 invalid timestamp argument",
                "'a'.matches('[') ~ 13 invalid matches argument",
                "'%d'.format(['x']) ~ 14 error during formatting: decimal clause can only be used on integers, was given"
                        + " string",
                "'%z'.format([1]) ~ 12 could not parse formatting clause: unrecognized formatting clause \"z\"",
                "'%s'.format([1, 2]) ~ 12 too many arguments supplied to string.format (expected 1, got 2)",
                "'%s %s'.format([1]) ~ 15 index 1 out of range",
            })
    void says_what_is_wrong(String text, String issue) {
        String errors = ENVIRONMENT.compile(text).errors();

        int column = issue.indexOf(' ');
        assertThat(errors)
                .startsWith(
                        "ERROR: <input>:1:" + issue.substring(0, column) + ": " + issue.substring(column + 1) + "\n");
    }
}
