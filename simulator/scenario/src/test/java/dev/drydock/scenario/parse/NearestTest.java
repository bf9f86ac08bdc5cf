package dev.drydock.scenario.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"lop, loop", "Loop, loop", "X, x", "ab, a"})
    void finds_what_is_similar(String word, String known) {
        assertThat(Nearest.hint(word, List.of("unlike", known))).isEqualTo("; did you mean \"" + known + "\"?");
    }

    @ParameterizedTest
    @CsvSource({"x, 1", "'', a", "ab, cd"})
    void suggests_nothing_that_shares_no_letter(String word, String known) {
        assertThat(Nearest.of(word, List.of(known))).isEmpty();
    }

    @Test
    void suggests_nothing_for_a_word_that_is_known() {
        assertThat(Nearest.hint("loop", List.of("loops", "loop"))).isEmpty();
    }
}
