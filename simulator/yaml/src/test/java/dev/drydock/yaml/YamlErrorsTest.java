package dev.drydock.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages are what go-yaml v2 (Kubernetes) and v3 (kustomize) said about these texts. */
class YamlErrorsTest {

    private static YamlException failure(String text, YamlMode mode) {
        return catchThrowableOfType(YamlException.class, () -> YamlReader.readAll(text, "f.yaml", mode));
    }

    @Test
    void a_separator_that_ends_no_document_counts_as_a_line_of_the_next_one() {
        String broken = "a: 1\nb: c: d\n";
        for (String start : new String[] {"---\n", "x: 1\n---\n---\n", "---\n---\n---\n"}) {
            assertThat(failure(start + broken, YamlMode.KUBERNETES).upstream())
                    .as(start)
                    .isEqualTo("yaml: line 3: mapping values are not allowed in this context");
        }
        assertThat(failure("x: 1\n---\n" + broken, YamlMode.KUBERNETES).upstream())
                .isEqualTo("yaml: line 2: mapping values are not allowed in this context");
        assertThat(YamlReader.readAll("---\na: 1\n---\n", "f.yaml", YamlMode.KUBERNETES))
                .containsExactly(MapNode.of("a", 1));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "a: b: c",
                        "mapping values are not allowed in this context",
                        "mapping values are not allowed in this context"),
                Arguments.of(
                        "a: 1\nb: c: d\n",
                        "line 2: mapping values are not allowed in this context",
                        "line 2: mapping values are not allowed in this context"),
                Arguments.of(
                        "a: 1\n b: 2\n",
                        "line 2: mapping values are not allowed in this context",
                        "line 2: mapping values are not allowed in this context"),
                Arguments.of(
                        "a:\n\t- b\n",
                        "line 2: found character that cannot start any token",
                        "line 2: found character that cannot start any token"),
                Arguments.of("a: *x\n", "unknown anchor 'x' referenced", "unknown anchor 'x' referenced"),
                Arguments.of("a: \"\\q\"\n", "found unknown escape character", "found unknown escape character"),
                Arguments.of(
                        "k: [a, b\n",
                        "line 1: did not find expected ',' or ']'",
                        "line 1: did not find expected ',' or ']'"),
                Arguments.of(
                        "x: 1\nk: [a, b\nc: d\n",
                        "line 2: did not find expected ',' or ']'",
                        "line 1: did not find expected ',' or ']'"),
                Arguments.of(
                        "x:\n  k: {a, b\n  c: d\n",
                        "line 2: did not find expected ',' or '}'",
                        "line 1: did not find expected ',' or '}'"),
                Arguments.of("a: 1\nb\n", "line 3: could not find expected ':'", "line 2: could not find expected ':'"),
                Arguments.of(
                        "a:\n  - b\n  c: d\n",
                        "line 2: did not find expected '-' indicator",
                        "line 1: did not find expected '-' indicator"),
                Arguments.of(
                        "- a\nb: c\n",
                        "line 1: did not find expected '-' indicator",
                        "line 1: did not find expected '-' indicator"),
                Arguments.of(
                        "a: 'x\n", "line 2: found unexpected end of stream", "line 2: found unexpected end of stream"),
                Arguments.of(
                        "x: 1\na: 'x\n",
                        "line 3: found unexpected end of stream",
                        "line 2: found unexpected end of stream"),
                Arguments.of(
                        "a: @x\n",
                        "found character that cannot start any token",
                        "found character that cannot start any token"),
                Arguments.of(
                        "a: |\n\tx\n",
                        "line 2: found a tab character where an indentation space is expected",
                        "line 2: found a tab character where an indentation space is expected"),
                Arguments.of("a: !<x\n", "did not find the expected '>'", "did not find the expected '>'"),
                Arguments.of("%YAML 1.2\n", "found incompatible YAML document", "found incompatible YAML document"),
                Arguments.of(
                        "a: &\n",
                        "did not find expected alphabetic or numeric character",
                        "did not find expected alphabetic or numeric character"),
                Arguments.of(
                        "x: 1\na: - b\n",
                        "line 2: block sequence entries are not allowed in this context",
                        "line 2: block sequence entries are not allowed in this context"),
                Arguments.of(
                        "x: 1\ny: ]\n",
                        "line 1: did not find expected node content",
                        "line 1: did not find expected node content"),
                Arguments.of(
                        "a: 1\n<<: 2\n",
                        "map merge requires map or sequence of maps as the value",
                        "map merge requires map or sequence of maps as the value"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void speaks_as_the_library(String text, String kubernetes, String kustomize) {
        assertThat(failure(text, YamlMode.KUBERNETES).upstream()).isEqualTo("yaml: " + kubernetes);
        assertThat(failure(text, YamlMode.KUSTOMIZE).upstream()).isEqualTo("yaml: " + kustomize);
    }

    @Test
    void names_the_place_and_shows_the_line() {
        YamlException e = failure("a: 1\n---\nb:\n  c: d: e\n", YamlMode.KUBERNETES);
        assertThat(e).hasMessage("""
                        error: f.yaml:4:7: mapping values are not allowed in this context
                            c: d: e
                                ^""");
        assertThat(e.upstream()).isEqualTo("yaml: line 2: mapping values are not allowed in this context");
    }

    @Test
    void kustomize_refuses_a_key_that_stands_twice() {
        YamlException e = failure("a: 1\nb: 2\na: 3\n", YamlMode.KUSTOMIZE);
        assertThat(e.upstream())
                .isEqualTo("yaml: unmarshal errors:\n  line 3: mapping key \"a\" already defined at line 1");
        assertThat(e.diagnostics().get(0).location()).isEqualTo(new Location("f.yaml", 3, 1));
    }

    @Test
    void kubernetes_takes_the_last_of_two_keys_and_reports_them() {
        Parsed parsed = YamlReader.parseFirst("a:\n- b: 1\n  b: 2\n", "f.yaml", YamlMode.KUBERNETES);
        assertThat(parsed.document()).isEqualTo(JsonReader.read("{\"a\": [{\"b\": 2}]}", ""));
        assertThat(parsed.duplicates())
                .containsExactly(new DuplicateKey(
                        "a[0].b",
                        "b",
                        new Location("f.yaml", 3, 3),
                        new Location("f.yaml", 2, 3),
                        "line 3: key \"b\" already set in map"));
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_with_their_place() {
        byte[] text = {'a', ':', '\n', ' ', (byte) 0xff, '\n'};
        YamlException e =
                catchThrowableOfType(YamlException.class, () -> YamlReader.readAll(text, "f.yaml", YamlMode.KUSTOMIZE));
        assertThat(e).hasMessageStartingWith("error: f.yaml:2:2: byte 0xff is no UTF-8 text");
        assertThat(e.upstream()).isEqualTo("yaml: invalid leading UTF-8 octet");
    }

    @Test
    void positions_of_keys_and_values_are_kept_over_documents() {
        Node second = YamlReader.readAll("a: 1\n---\nb:\n- x\n- {c: d}\n", "f.yaml", YamlMode.KUSTOMIZE)
                .get(1);
        assertThat(((MapNode) second).keyLocation("b")).isEqualTo(new Location("f.yaml", 3, 1));
        assertThat(second.findList("b").get(1).location()).isEqualTo(new Location("f.yaml", 5, 3));
        assertThat(requireNonNull(second.findList("b").get(1).find("c")).location())
                .isEqualTo(new Location("f.yaml", 5, 7));
    }
}
