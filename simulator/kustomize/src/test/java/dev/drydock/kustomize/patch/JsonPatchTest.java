package dev.drydock.kustomize.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

    private static final MapNode OBJECT =
            (MapNode) YamlReader.read("{a: {b: 1}, l: [1, 2], s: x}", "", YamlMode.KUSTOMIZE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{op: add, path: /a/c, value: y}|{\"a\":{\"b\":1,\"c\":true},\"l\":[1,2],\"s\":\"x\"}",
                "{op: add, path: /l/-, value: 3}|{\"a\":{\"b\":1},\"l\":[1,2,3],\"s\":\"x\"}",
                "{op: add, path: /l/-1, value: 3}|{\"a\":{\"b\":1},\"l\":[1,2,3],\"s\":\"x\"}",
                "{op: replace, path: /new, value: 0644}|{\"a\":{\"b\":1},\"l\":[1,2],\"new\":420,\"s\":\"x\"}",
                "{op: remove, path: /l/-1}|{\"a\":{\"b\":1},\"l\":[1],\"s\":\"x\"}",
                "{op: copy, from: /nope, path: /q}|{\"a\":{\"b\":1},\"l\":[1,2],\"q\":null,\"s\":\"x\"}",
                "{op: move, from: /s, path: /t}|{\"a\":{\"b\":1},\"l\":[1,2],\"t\":\"x\"}",
                "{op: add, path: x/s, value: z}|{\"a\":{\"b\":1},\"l\":[1,2],\"s\":\"z\"}",
                "{op: test, path: /nope, value: null}|{\"a\":{\"b\":1},\"l\":[1,2],\"s\":\"x\"}"
            })
    void applies_as_the_go_library_does(String operation, String expected) {
        assertThat(JsonPatch.read("- " + operation).apply(OBJECT).toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{op: add, path: /x/y, value: 1}|add operation does not apply: doc is missing path: \"/x/y\": missing value",
                "{op: add, path: /l/9, value: 1}|error in add for path: '/l/9': Unable to access invalid index: 9: invalid index referenced",
                "{op: replace, path: /x/y, value: 1}|replace operation does not apply: doc is missing path: /x/y: missing value",
                "{op: remove, path: /nope}|error in remove for path: '/nope': Unable to remove nonexistent key: nope: missing value",
                "{op: test, path: /s, value: y}|testing value /s failed: test failed",
                "{op: upsert, path: /s}|Unexpected kind: upsert",
                "{path: /s}|Unexpected kind: unknown",
                "{op: add, value: 1}|add operation failed to decode path: missing value"
            })
    void refuses_with_the_words_of_the_go_library(String operation, String message) {
        JsonPatch patch = JsonPatch.read("- " + operation);
        assertThatThrownBy(() -> patch.apply(OBJECT)).hasMessage(message);
    }
}
