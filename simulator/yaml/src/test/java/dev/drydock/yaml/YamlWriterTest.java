package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlWriterTest {

    /** JSON on the left, what the Go library prints on the right, line ends as \n. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"yes\"|`\"yes\"\\n`",
                "\"1:30\"|`\"1:30\"\\n`",
                "\"2020-01-01\"|`\"2020-01-01\"\\n`",
                "\"0x1f\"|`\"0x1f\"\\n`",
                "\"\"|`\"\"\\n`",
                "\"a: b\"|`'a: b'\\n`",
                "\"a #b\"|`'a #b'\\n`",
                "\"it's\"|`it's\\n`",
                "\"'x'\"|`'''x'''\\n`",
                "\"- a\"|`'- a'\\n`",
                "\"-a\"|`-a\\n`",
                "\" a\"|`' a'\\n`",
                "\"a \"|`'a '\\n`",
                "\"*a\"|`'*a'\\n`",
                "\"@a\"|`'@a'\\n`",
                "\"a\\tb\"|`\"a\\tb\"\\n`",
                "\"\uD83D\uDE00\"|`\"\\U0001F600\"\\n`",
                "\"é日\"|`é日\\n`",
                "1000000.0|`1e+06\\n`",
                "0.5|`0.5\\n`",
                "1e-7|`1e-07\\n`",
                "12345678901234567890|`12345678901234567890\\n`",
                "18446744073709551616|`1.8446744073709552e+19\\n`",
                "null|`null\\n`",
                "{}|`{}\\n`",
                "[]|`[]\\n`",
                "[[1,{\"a\":[2]}],[]]|`- - 1\\n  - a:\\n    - 2\\n- []\\n`",
                "{\"a\":{\"b\":[{\"c\":1,\"d\":2}]}}|`a:\\n  b:\\n  - c: 1\\n    d: 2\\n`",
                "{\"a\":\"x\\n\"}|`a: |\\n  x\\n`",
                "{\"a\":\"x\\ny\"}|`a: |-\\n  x\\n  y\\n`",
                "{\"a\":\"x\\n\\n\"}|`a: |+\\n  x\\n\\n`",
                "{\"a\":\"  x\\n\"}|`a: |2\\n    x\\n`",
                "{\"a\":\"x \\ny\\n\"}|`a: \"x \\ny\\n\"\\n`",
                "{\"a\\nb\":1}|`? |-\\n  a\\n  b\\n: 1\\n`",
                "{\"y\":1,\"1\":2,\"true\":3}|`\"1\": 2\\n\"true\": 3\\n\"y\": 1\\n`",
            })
    void writes_as_the_go_library(String json, String expected) {
        // the tables write line ends as \n everywhere; where the text itself has an escape, it is the same two letters
        String written = YamlWriter.write(JsonReader.read(json, "")).replace("\n", "\\n");
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void breaks_a_line_at_the_first_blank_behind_80_columns() {
        Node node = MapNode.of("a", "word ".repeat(20).strip());
        assertThat(YamlWriter.write(node))
                .isEqualTo("a: " + "word ".repeat(16).strip() + "\n  "
                        + "word ".repeat(4).strip() + "\n");
    }

    @Test
    void a_key_of_more_than_128_bytes_gets_a_question_mark() {
        String key = "k".repeat(129);
        assertThat(YamlWriter.write(MapNode.of(key, 1))).isEqualTo("? " + key + "\n: 1\n");
    }

    @Test
    void keys_sort_with_numbers_by_value_and_letters_last() {
        assertThat(KeyOrder.sort(List.of("a10", "a2", "b", "A", "a1", "_a", "1", "a", "a-b", "aa", "10", "9")))
                .containsExactly("_a", "1", "9", "10", "A", "a", "a-b", "a1", "a2", "a10", "aa", "b");
    }

    @Test
    void keeps_the_order_of_a_map_when_asked() {
        Node node = MapNode.of("b", 1, "a", ListNode.ofStrings(List.of("x")));
        assertThat(YamlWriter.writeInOrder(node)).isEqualTo("b: 1\na:\n- x\n");
    }
}
