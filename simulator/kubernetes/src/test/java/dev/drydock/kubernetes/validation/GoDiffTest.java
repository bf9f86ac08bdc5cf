package dev.drydock.kubernetes.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoDiffTest {

    @Test
    void shows_three_lines_around_each_change() {
        MapNode before = MapNode.of("A", 1, "B", 2, "C", 3)
                .with("D", 4)
                .with("E", 5)
                .with("F", 6)
                .with("G", 7)
                .with("H", 8)
                .with("I", 9)
                .with("J", 10);

        assertThat(GoDiff.of(before, before.with("I", "nine"))).isEqualTo("""
                        @@ -7,6 +7,6 @@
                          "F": 6,
                          "G": 7,
                          "H": 8,
                        - "I": 9,
                        + "I": "nine",
                          "J": 10
                         }
                        """);
    }

    @Test
    void keeps_changes_apart_that_are_far_from_each_other() {
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        List<Integer> others = List.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0);

        assertThat(GoDiff.of(MapNode.of("a", numbers), MapNode.of("a", others))
                        .lines()
                        .filter(l -> l.startsWith("@@")))
                .containsExactly("@@ -1,6 +1,6 @@", "@@ -11,6 +11,6 @@");
    }

    @Test
    void is_empty_for_equal_values() {
        assertThat(GoDiff.of(MapNode.of("a", 1), MapNode.of("a", 1))).isEmpty();
    }
}
