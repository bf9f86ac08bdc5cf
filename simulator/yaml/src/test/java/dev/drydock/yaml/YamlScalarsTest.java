package dev.drydock.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlScalarsTest {

    static Stream<Arguments> rows() {
        return TruthTables.rows("yaml-scalars.json").stream()
                .map(row ->
                        Arguments.of(row.findString("scalar"), row.findMap("kubernetes"), row.findMap("kustomize")));
    }

    private static String document(String scalar) {
        return "apiVersion: x/v1\nkind: Foo\nmetadata:\n  name: t\ndata:\n  v: " + scalar + "\n";
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rows")
    void reads_a_scalar_as_kubernetes(String scalar, MapNode expected, MapNode unused) {
        List<MapNode> objects = TruthTables.kubernetes(document(scalar));
        if (!expected.isTrue("ok")) {
            assertThat(objects).isNull();
            return;
        }
        Node value = requireNonNull(requireNonNull(objects).get(0).find("data", "v"));
        assertThat(JsonWriter.go(value)).isEqualTo(spelling(requireNonNull(expected.get("value"))));
    }

    /** Numbers stand in the table with their type; zero has no sign here. */
    private static String spelling(Node expected) {
        if (expected instanceof ListNode list && list.size() == 2) {
            return list.strings().get(1);
        }
        return JsonWriter.go(expected);
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rows")
    void prints_a_scalar_as_kustomize(String scalar, MapNode unused, MapNode expected) {
        String printed = TruthTables.kustomize(document(scalar));
        if (expected.isTrue("ok")) {
            assertThat(printed).contains("\ndata:\n  " + expected.findString("emitted") + "\nkind: Foo\n");
        } else {
            assertThat(printed).isNull();
        }
    }
}
