package dev.drydock.cel.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of {@code google.protobuf} as cel-go makes them. */
final class WellKnownObjectsTest {

    static Stream<Arguments> rows() {
        return Expressions.table("""
                google.protobuf.Struct{} == {} => true
                google.protobuf.Struct{fields: {'a': 1}} == {'a': 1.0} => true
                type(google.protobuf.Struct{fields: {'a': 1}}['a']) => double
                google.protobuf.Struct{fields: {'a': 9007199254740993}}['a'] == '9007199254740993' => true
                google.protobuf.ListValue{values: [dyn('a'), dyn(2), dyn(null)]} == [dyn('a'), dyn(2.0), dyn(null)] => true
                google.protobuf.Int32Value{value: 3} + 1 => 4
                google.protobuf.BoolValue{} => false
                google.protobuf.StringValue{value: 'x'} => x
                google.protobuf.Value{} == null => true
                google.protobuf.Value{string_value: 'x'} == 'x' => true
                google.protobuf.Value{struct_value: {'a': [1]}} == {'a': [1.0]} => true
                google.protobuf.Duration{seconds: 90, nanos: 500000000} == duration('90.5s') => true
                google.protobuf.Timestamp{seconds: 60} == timestamp('1970-01-01T00:01:00Z') => true
                """);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void messagesAreValues(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }
}
