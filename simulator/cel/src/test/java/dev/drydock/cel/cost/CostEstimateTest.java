package dev.drydock.cel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.Environment;
import dev.drydock.cel.KubernetesEnvironment;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.schema.SchemaTypes;
import dev.drydock.yaml.JsonReader;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostEstimateTest {

    private static final DeclaredType SELF =
            Objects.requireNonNull(SchemaTypes.of(JsonReader.read("""
                    {"type": "object", "properties": {
                      "n": {"type": "integer"},
                      "short": {"type": "string", "maxLength": 10},
                      "long": {"type": "string"},
                      "list": {"type": "array", "maxItems": 5, "items": {"type": "string", "maxLength": 10}},
                      "open": {"type": "array", "items": {"type": "integer"}},
                      "map": {"type": "object", "maxProperties": 3, "additionalProperties": {"type": "integer"}}
                    }}
                    """, "schema.json"), false, "Self"));

    private static final Environment ENVIRONMENT =
            KubernetesEnvironment.base().with(DeclaredTypes.of(SELF)).with("self", SELF.type());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "true ~ 0 ~ 0",
                "self.n > 1 ~ 3 ~ 3",
                "has(self.n) ~ 1 ~ 1",
                "self.short == 'abc' ~ 3 ~ 3",
                "self.short.startsWith('abc') ~ 3 ~ 3",
                "self.short.contains('abc') ~ 2 ~ 6",
                "self.short.matches('a+') ~ 3 ~ 7",
                "self.n > 1 || self.n < 0 ~ 3 ~ 6",
                "self.n > 1 ? self.short : self.long ~ 5 ~ 5",
                "self.list.all(e, e == 'a') ~ 3 ~ 28",
                "self.list.exists(e, e.startsWith('a')) ~ 3 ~ 33",
                "self.list.map(e, e) ~ 13 ~ 78",
                "self.map.all(k, k.size() > 1) ~ 3 ~ 21",
                "'a' in self.list ~ 2 ~ 7",
                "self.list.join(',') ~ 2 ~ 23",
                "lists.range(900).all(a, a > 0) ~ 3612 ~ 5412",
                "url(self.short).getHost() == 'a' ~ 4 ~ 8",
            })
    void lies_between_the_least_and_the_most(String text, long least, long most) {
        Range cost = CostEstimate.of(
                Objects.requireNonNull(ENVIRONMENT.compile(text).ast()), new KubernetesCosts(), SizeHints.of(SELF));

        assertThat(cost).isEqualTo(new Range(least, most));
    }

    @ParameterizedTest(name = "{0} * {1}")
    @CsvSource({"3, 4, 12", "-1, 2, -1", "9223372036854775807, 3, -1", "0, -1, 0"})
    void products_do_not_overflow(long a, long b, long product) {
        assertThat(Range.multiply(a, b)).isEqualTo(product);
    }
}
