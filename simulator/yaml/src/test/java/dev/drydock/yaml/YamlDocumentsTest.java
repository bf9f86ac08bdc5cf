package dev.drydock.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlDocumentsTest {

    private static final int CUT = 330;

    static Stream<Arguments> rows() {
        return TruthTables.rows("yaml-documents.json").stream()
                .map(row -> Arguments.of(
                        row.findString("case"),
                        row.findString("input"),
                        row.findString("kubernetes"),
                        row.findString("kustomize")));
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rows")
    void reads_a_document_as_kubernetes(String name, String input, String expected, String unused) {
        List<MapNode> objects = TruthTables.kubernetes(input);
        if (expected.startsWith("ERR")) {
            assertThat(objects).isNull();
            return;
        }
        String printed = requireNonNull(objects).stream()
                .map(object -> sorted(JsonWriter.go(object)))
                .collect(Collectors.joining(";;"));
        String wanted = Stream.of(expected.split(" ;; ", -1))
                .map(part -> expected.length() < CUT ? JsonWriter.go(JsonReader.read(part, "")) : part.replace(" ", ""))
                .collect(Collectors.joining(";;"));
        assertThat(printed).startsWith(wanted);
    }

    private static String sorted(String json) {
        return JsonWriter.go(JsonReader.read(json, ""));
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rows")
    void prints_a_document_as_kustomize(String name, String input, String unused, String expected) {
        String printed = TruthTables.kustomize(input);
        if (expected.startsWith("ERR") || expected.equals("TIMEOUT")) {
            assertThat(printed).isNull();
        } else if (expected.length() < CUT) {
            assertThat(printed).isEqualTo(expected);
        } else {
            assertThat(printed).startsWith(expected);
        }
    }
}
