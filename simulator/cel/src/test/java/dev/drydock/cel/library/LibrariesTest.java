package dev.drydock.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.interpret.Expressions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LibrariesTest {

    static Stream<Arguments> numbers() {
        return Expressions.table("""
                9223372036854775807 + 1 => !integer overflow
                -9223372036854775808 - 1 => !integer overflow
                0u - 1u => !unsigned integer overflow
                18446744073709551615u + 1u => !unsigned integer overflow
                -7 / 2 => -3
                -7 % 2 => -1
                7.0 / 0.0 => +Inf
                double('NaN') == double('NaN') => false
                double('NaN') < 1.0 => !NaN values cannot be ordered
                1 < 1.5 => true
                2u > 1 => true
                -1 < 0u => true
                string(1000000.0) => 1e+06
                string(0.5) => 0.5
                string(123456.0) => 123456
                string(1e-7) => 1e-07
                int(-1.9) => -1
                int([1e19][0]) => !integer overflow
                uint([-1][0]) => !unsigned integer overflow
                'b' > 'a' => true
                b'a' + b'b' == b'ab' => true
                dyn(null) < 1 => !no such overload: _<_
                dyn([1]) >= dyn([2]) => !no such overload: _>=_
                dyn('a') < 1 => !no such overload
                double('1_000.5') => 1000.5
                double(['_1'][0]) => !type conversion error from 'string' to 'double'
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void calculates(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }

    static Stream<Arguments> times() {
        return Expressions.table("""
                string(duration('90m')) => 5400s
                string(duration('1.5s')) => 1.5s
                duration('1h30m').getMinutes() => 90
                duration('-1.5s').getMilliseconds() => -1500
                duration('1h') + duration('30m') == duration('90m') => true
                string(timestamp('2023-01-31T10:00:00.120+02:00')) => 2023-01-31T10:00:00.12+02:00
                timestamp('2023-01-01T00:00:00Z') + duration('24h') == timestamp('2023-01-02T00:00:00Z') => true
                timestamp('2023-01-02T00:00:00Z') - timestamp('2023-01-01T00:00:00Z') == duration('24h') => true
                timestamp('2023-03-05T01:02:03.004Z').getMonth() => 2
                timestamp('2023-03-05T01:02:03.004Z').getDayOfWeek() => 0
                timestamp('2023-03-05T01:02:03.004Z').getDayOfYear() => 63
                timestamp('2023-03-05T01:02:03.004Z').getMilliseconds() => 4
                timestamp('2023-03-05T01:02:03Z').getHours('America/New_York') => 20
                timestamp('2023-03-05T01:02:03Z').getHours('+05:30') => 6
                timestamp('2023-03-05T01:02:03Z').getHours('EST') => 20
                timestamp('2023-03-05T01:02:03Z').getHours('Mars/Phobos') => !unknown time zone Mars/Phobos
                timestamp('9999-12-31T23:59:59Z') + duration('1s') => !timestamp overflow
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void reads_times(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }

    static Stream<Arguments> strings() {
        return Expressions.table("""
                'tacocat'.charAt(3) => o
                'tacocat'.charAt(8) => !index out of range: 8
                'tacocat'.indexOf('ac', 1) => 1
                'tacocat'.indexOf('', 3) => 3
                'tacocat'.lastIndexOf('at') => 5
                'TacoCÆt'.lowerAscii() => tacocÆt
                'hello'.replace('', '_') => _h_e_l_l_o_
                'hello hello'.replace('he', 'we', 1) => wello hello
                'a,b,c'.split(',', 2) => [a, b,c]
                'abc'.split('') => [a, b, c]
                'tacocat'.substring(4, 2) => !invalid substring range. start: 4, end: 2
                '  trim '.trim() => trim
                ['a', 'b'].join('-') => a-b
                strings.quote('a"b') => "a\\"b"
                size('ü€😀') => 3
                'abc'.matches('^a.c$') => true
                '%s %d %.1f %x %o %b'.format(['a', 1, 2.25, 255, 8, 5]) => a 1 2.2 ff 10 101
                '%.2f'.format([1234567.0]) => 1,234,567.00
                '%s'.format([[1.5, 'a', {'k': null}]]) => [1.500000, "a", {"k":null}]
                '%d'.format(['a']) => !error during formatting: decimal clause can only be used on integers, was given string
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strings")
    void handles_strings(String expression, String value) {
        String late = expression.replace("format(['a'])", "format([dyn('a')])");

        assertThat(Expressions.checked(late)).isEqualTo(value);
    }

    static Stream<Arguments> newest() {
        return Expressions.table("""
                'abc'.reverse() => cba
                '%s'.format([dyn([dyn(1.5), 'a', {'k': null}])]) => [1.5, a, {k: null}]
                '%d %f %e'.format([dyn(1.5), 2, 1500]) => 1.5 2.000000 1.500000e+03
                base64.encode(b'hello') => aGVsbG8=
                string(base64.decode('aGVsbG8')) => hello
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("newest")
    void handles_strings_as_of_the_newest_version(String expression, String value) {
        assertThat(Expressions.newest(expression)).isEqualTo(value);
    }

    static Stream<Arguments> lists() {
        return Expressions.table("""
                [1, 2, 3, 4].slice(1, 3) => [2, 3]
                [1, 2].slice(1, 3) => !cannot slice(1, 3), list is length 2
                [[1], [2]].flatten() => [1, 2]
                [3, 1, 2].sort() => [1, 2, 3]
                ['b', 'a'].sortBy(x, x) => [a, b]
                [1, 2, 1].distinct() => [1, 2]
                lists.range(3) => [0, 1, 2]
                [1, 2].reverse() => [2, 1]
                sets.contains([1, 2], [2]) => true
                sets.equivalent([1, 1], [1]) => true
                sets.intersects([1], [2]) => false
                {'a': 1}.transformMap(k, v, v + 1) => {a: 2}
                ['x', 'y'].transformList(i, v, v + string(i)) => [x0, y1]
                [1, 2].all(i, v, v == i + 1) => true
                {'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k}) => !insert failed: key 1 already exists
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void handles_lists_and_maps(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }
}
