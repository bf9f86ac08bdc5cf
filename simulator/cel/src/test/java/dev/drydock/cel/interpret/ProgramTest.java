package dev.drydock.cel.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramTest {

    private static final String OBJECT = """
            metadata: {name: web, labels: {app: web}}
            spec: {replicas: 3, ports: [80, 443], ratio: 0.5, empty: null}
            """;

    static Stream<Arguments> unchecked() {
        return Expressions.table("""
                metadata.name => web
                metadata.labels['app'] == 'web' => true
                metadata.labels.team => !no such key: team
                spec.ports[1] => 443
                spec.ports[2] => !index out of bounds: 2
                spec.ports['a'] => !unsupported index type 'string' in list
                spec.replicas.x => !no such key: x
                status.phase => !no such attribute(s): status.phase
                status.phase == 'x' => !no such attribute(s): status.phase
                has(status.phase) => !no such attribute(s): status.phase
                has(spec.replicas) => true
                has(spec.missing) => false
                has(spec.replicas.x) => false
                spec.empty == null => true
                spec.replicas + spec.ratio => !no such overload
                spec.replicas > 2.5 => true
                spec.name.startsWith('a') => !no such key: name
                metadata.name.startsWith(1) => !no such overload
                metadata.name.unknown() => !no such overload
                spec.ports.unknown() => !no such overload: unknown
                spec.replicas && true => !no such overload
                spec.replicas.map(x, x) => !got 'types.Int', expected iterable type
                metadata.labels.map(k, k)[0] => app
                type(spec.ports) == list => true
                size(spec.replicas) => !no such overload: size
                metadata.?labels.?team.orValue('none') => none
                metadata.?labels.app.hasValue() => true
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unchecked")
    void reads_objects_without_types(String expression, String value) {
        assertThat(Expressions.unchecked(expression, OBJECT)).isEqualTo(value);
    }

    static Stream<Arguments> logic() {
        return Expressions.table("""
                1 / 0 > 1 || true => true
                true || 1 / 0 > 1 => true
                1 / 0 > 1 || false => !division by zero
                1 / 0 > 1 && false => false
                1 / 0 > 1 && true => !division by zero
                1 % 0 == 0 => !modulus by zero
                true ? 1 : 1 / 0 => 1
                false ? 1 / 0 : 2 => 2
                [1, 0].exists(x, 1 / x == 1) => true
                [1, 0].all(x, 1 / x == 2) => false
                [0, 1].all(x, 1 / x == 1) => !division by zero
                [0, 2].exists_one(x, x > 1) => true
                [1, 2, 3].map(x, x > 1, x * 2) => [4, 6]
                {'a': 1, 'b': 2}.filter(k, k == 'b') => [b]
                [[1, 2], [3]].map(l, l.map(x, x + 1)) => [[2, 3], [4]]
                dyn(1) == dyn('a') => false
                dyn(1) == dyn(1.0) => true
                {1: 'a'}[dyn(1.0)] => a
                1 in [1, 2] => true
                dyn('1') in [1, 2] => false
                'a' in {'a': 1} => true
                {'a': 1, 'a': 2}['a'] => 2
                {'a': [1, 2]} == {'a': [1, 2]} => true
                optional.none().orValue(3) => 3
                optional.of(1).or(optional.of(2)).value() => 1
                optional.none().value() => !optional.none() dereference
                [?optional.none(), 1] => [1]
                {?'a': optional.none()}.size() => 0
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logic")
    void runs_what_decides_itself(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }

    static Stream<Arguments> costs() {
        return Expressions.table("""
                true => 0
                self.spec.replicas > 1 => 4
                has(self.spec.replicas) => 2
                self.metadata.name == 'web' => 4
                self.spec.ports.all(p, p > 0) => 14
                self.spec.replicas in [1, 2, 3] => 3
                [self.spec.replicas] => 13
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("costs")
    void counts_the_cost(String expression, long cost) {
        assertThat(Expressions.counted(expression, OBJECT).cost()).isEqualTo(cost);
    }

    @Test
    void an_evaluation_ends_at_the_limit() {
        String loops = "lists.range(1000).all(a, lists.range(1000).all(b, lists.range(1000).all(c, a + b + c >= 0)))";

        Evaluation evaluation = Expressions.counted(loops, OBJECT);

        assertThat(evaluation.cancelled()).isTrue();
        assertThat(Expressions.shown(evaluation.value())).isEqualTo("!operation cancelled: actual cost limit exceeded");
    }

    @Test
    void an_expression_that_macros_double_again_and_again_is_not_read() {
        String chain = "optional.of('a')" + ".optMap(x, x + x)".repeat(40) + ".hasValue()";

        assertThatThrownBy(() -> Expressions.checked(chain))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not modelled: an expression of more than 100000 nodes after its macros");
    }

    @Test
    void constants_that_have_no_value_make_no_program() {
        assertThatThrownBy(() -> Expressions.checked("int('x') > 1"))
                .isInstanceOf(ProgramException.class)
                .hasMessage("type conversion error from 'string' to 'int'");
    }
}
