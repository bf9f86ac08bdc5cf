package dev.drydock.flux.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelLimitsTest {

    private static final String TEN = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    private static final String GROWN = ".map(x, x + x + x + x + x + x + x + x + x + x)".repeat(10);

    private static boolean isTrue(String expression) {
        return Expression.parse(expression, new CelExpressions()).isTrue(MapNode.EMPTY);
    }

    @Test
    void loops_within_loops_end_as_not_modelled() {
        String loops = "ABCDEFGHI"
                .chars()
                .mapToObj(c -> TEN + ".all(" + (char) c + ", ")
                .reduce("", String::concat);

        assertThatThrownBy(() -> isTrue(loops + "true" + ")".repeat(9)))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("expressions that take more than 1000000 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0]]", "['a']", "[b'a']",
            })
    void values_that_grow_end_as_not_modelled(String start) {
        assertThatThrownBy(() -> isTrue(start + GROWN + ".size() > 0"))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("more than 1000000");
    }

    @Test
    void texts_that_replace_and_join_multiply_end_as_not_modelled() {
        String big = "'a'" + ".replace('a', 'aaaaaaaaaa')".repeat(5);

        assertThatThrownBy(() -> isTrue("[" + big + "].all(x, x.replace('a', x) == '')"))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("values of more than 10000000 characters or elements");
        assertThatThrownBy(() -> isTrue("[" + big + "].all(x, x.split('').join(x) == '')"))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("values of more than 10000000 characters or elements");
    }

    @Test
    void lists_that_are_collected_count_once() {
        String thousand = "[" + TEN + "].map(x, x + x + x + x + x + x + x + x + x + x).map(x, x + x + x + x)[0]";

        assertThat(isTrue(thousand + ".map(x, x + 1).size() == 400")).isTrue();
    }

    @Test
    void repetitions_beyond_those_of_go_are_refused() {
        assertThatThrownBy(() -> isTrue("'x'.matches('((a{1000}){1000}){1000}')"))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("error parsing regexp: invalid repeat count: `{1000}`");
    }
}
