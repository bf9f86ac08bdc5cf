package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}x|invalid character 'x' after top-level value",
                "{not}|invalid character 'n' looking for beginning of object key string",
                "`{\"a\" 1}`|invalid character '1' after object key",
                "[1 2]|invalid character '2' after array element",
                "`{\"a\":1,}`|invalid character '}' looking for beginning of object key string",
                "`{\"a\":1`|unexpected end of JSON input",
                "trx|invalid character 'x' in literal true (expecting 'u')",
                "01|invalid character '1' after top-level value",
                "tru|invalid character ' ' in literal true (expecting 'e')",
                "[1.|invalid character ' ' after decimal point in numeric literal",
                "-|invalid character ' ' in numeric literal",
                "`\"a`|unexpected end of JSON input",
                "1ex|invalid character 'x' in exponent of numeric literal",
                "`\"\\x\"`|invalid character 'x' in string escape code",
                "`{'a': 1}`|`invalid character '\\'' looking for beginning of object key string`",
                "é|invalid character 'Ã' looking for beginning of value",
            })
    void refuses_in_the_words_of_go(String text, String message) {
        YamlException e = catchThrowableOfType(YamlException.class, () -> JsonReader.read(text, "f.json"));
        assertThat(e.upstream()).isEqualTo(message);
    }

    @Test
    void keeps_integers_of_any_size_and_tells_them_from_doubles() {
        Node node = JsonReader.read("[1, 1.0, 12345678901234567890123, -9223372036854775808, 1e2]", "");
        assertThat(((ListNode) node).stream().map(item -> ((ScalarNode) item).value()))
                .containsExactly(1L, 1.0, new BigInteger("12345678901234567890123"), Long.MIN_VALUE, 100.0);
    }

    @Test
    void reports_every_key_that_stands_twice_with_its_path() {
        Parsed parsed = JsonReader.readReportingDuplicates("{\"a\": [{\"b\": 1,\n \"b\": 2}], \"a\": 3}", "f.json");
        assertThat(parsed.duplicates())
                .extracting(duplicate -> duplicate.path() + "@" + duplicate.location())
                .containsExactly("a[0].b@f.json:2:2", "a@f.json:2:12");
        assertThat(parsed.document()).isEqualTo(MapNode.of("a", 3));
    }

    @Test
    void puts_objects_of_the_same_key_together_as_decoding_into_a_struct_does() {
        Parsed parsed = JsonReader.readMergingDuplicates("{\"a\": {\"b\": 1, \"c\": 1}, \"a\": {\"b\": 2}}", "f.json");
        assertThat(parsed.duplicates()).extracting(DuplicateKey::path).containsExactly("a");
        assertThat(parsed.document()).isEqualTo(MapNode.of("a", MapNode.of("b", 2, "c", 1)));
    }

    @Test
    void lone_surrogates_become_replacement_characters() {
        assertThat(JsonReader.read("\"\\ud83d\\ude00 \\ud83d x\"", ""))
                .isEqualTo(ScalarNode.of("\uD83D\uDE00 \ufffd x"));
    }

    @Test
    void writes_as_go_marshals() {
        Node node = JsonReader.read("{\"b\": \"<&>\\u2028\", \"a\": [1e21, 1.0, 1e-7, 100000.5]}", "");
        assertThat(JsonWriter.go(node))
                .isEqualTo("{\"a\":[1e+21,1,1e-7,100000.5],\"b\":\"\\u003c\\u0026\\u003e\\u2028\"}");
    }

    @Test
    void compact_and_pretty_texts_read_back_as_the_same_tree() {
        Node node = JsonReader.read("{\"b\": [1.0, {}, [], null, true, \"\\u0001\\\"\"], \"a\": {\"c\": 1}}", "");
        assertThat(JsonReader.read(JsonWriter.compact(node), "")).isEqualTo(node);
        assertThat(JsonReader.read(JsonWriter.pretty(node), "")).isEqualTo(node);
        assertThat(JsonWriter.pretty(MapNode.of("a", ListNode.ofStrings(java.util.List.of("x")))))
                .isEqualTo("{\n  \"a\": [\n    \"x\"\n  ]\n}");
    }
}
