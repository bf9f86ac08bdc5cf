package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {

    /** Far beyond the two seconds that users are promised: this catches what hangs, the benchmarks measure. */
    private static final Duration HANGING = Duration.ofSeconds(60);

    static Stream<Arguments> texts() {
        return Stream.of(
                        Named.of("brackets", "[".repeat(10_000)),
                        Named.of("a million brackets", "[".repeat(1_000_000)),
                        Named.of("braces", "{a: ".repeat(10_000)),
                        Named.of("dashes", "- ".repeat(10_000) + "a"),
                        Named.of("question marks", "? ".repeat(10_000) + "a"),
                        Named.of("indentation", indentation(5_000)),
                        Named.of("bomb", bomb(9)),
                        Named.of("large bomb", bomb(40)),
                        Named.of("chain of aliases", chain("a%2$d: &a%2$d [*a%1$d]\n")),
                        Named.of("chain of merges", chain("a%2$d: &a%2$d\n  <<: *a%1$d\n  k%2$d: 1\n")),
                        Named.of("itself", "a: &a\n  b: *a\n"),
                        Named.of("commas", "[" + "a,".repeat(2_000_000) + "]"),
                        Named.of("NUL", "a: b\0c"),
                        Named.of("too long", "a".repeat(Limits.CODE_POINTS + 1)))
                .flatMap(text -> Stream.of(YamlMode.values()).map(mode -> Arguments.of(text, mode)));
    }

    private static String indentation(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String bomb(int levels) {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < levels; i++) {
            String alias = "*a" + (i - 1);
            text.append("a").append(i).append(": &a").append(i).append(" [").append(alias);
            text.append((", " + alias).repeat(9)).append("]\n");
        }
        return text.toString();
    }

    private static String chain(String link) {
        StringBuilder text = new StringBuilder("a0: &a0 {k: 1}\n");
        for (int i = 1; i < 3_000; i++) {
            text.append(String.format(link, i - 1, i));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("texts")
    void ends_soon_in_a_clear_error(String text, YamlMode mode) {
        Assertions.assertTimeout(
                HANGING,
                () -> assertThatThrownBy(() -> YamlReader.readAll(text, "f.yaml", mode))
                        .isInstanceOf(YamlException.class));
    }

    @ParameterizedTest
    @EnumSource(YamlMode.class)
    void reads_many_keys_that_repeat_in_linear_time(YamlMode mode) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("k").append(i).append(": ").append(i).append('\n');
        }
        Assertions.assertTimeout(HANGING, () -> YamlReader.readAll(text.toString(), "f.yaml", mode));
    }

    @org.junit.jupiter.api.Test
    void json_has_the_same_limit_of_depth() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(10_000), "f.json"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("nested more than");
    }

    @org.junit.jupiter.api.Test
    void a_tree_of_the_greatest_depth_can_be_used() {
        String text = "[".repeat(Limits.DEPTH) + "]".repeat(Limits.DEPTH);
        Node node = JsonReader.read(text, "");
        org.assertj.core.api.Assertions.assertThat(node.toString()).isEqualTo(text);
        org.assertj.core.api.Assertions.assertThat(node).isEqualTo(JsonReader.read(text, ""));
        org.assertj.core.api.Assertions.assertThat(YamlWriter.write(node)).startsWith("- - - ");
    }
}
