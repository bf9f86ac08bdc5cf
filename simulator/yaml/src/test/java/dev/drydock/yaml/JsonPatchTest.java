package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations are written in YAML; results and messages are those of the Go library. */
class JsonPatchTest {

    private static final String DOCUMENT = "{m: {a: 1, n: null}, l: [x, y], s: text}";

    private static Node yaml(String text) {
        return YamlReader.read(text, "", YamlMode.KUSTOMIZE);
    }

    private static Node patched(String operation, JsonPatchOptions options) {
        return JsonPatch.apply(yaml(DOCUMENT), ListNode.of(java.util.List.of(yaml(operation))), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{op: add, path: /m/b, value: 2}|{m: {a: 1, n: null, b: 2}, l: [x, y], s: text}",
                "{op: add, path: /l/-, value: z}|{m: {a: 1, n: null}, l: [x, y, z], s: text}",
                "{op: add, path: /l/0, value: z}|{m: {a: 1, n: null}, l: [z, x, y], s: text}",
                "{op: add, path: /l/-1, value: z}|{m: {a: 1, n: null}, l: [x, y, z], s: text}",
                "{op: add, path: /m/b}|{m: {a: 1, n: null, b: null}, l: [x, y], s: text}",
                "{op: add, path: m/b, value: 2}|{m: {a: 1, n: null}, l: [x, y], s: text, b: 2}",
                "{op: add, path: /m/b~1c~0, value: 2}|{m: {a: 1, n: null, b/c~: 2}, l: [x, y], s: text}",
                "{op: remove, path: /l/-1}|{m: {a: 1, n: null}, l: [x], s: text}",
                "{op: replace, path: /m/b, value: 2}|{m: {a: 1, n: null, b: 2}, l: [x, y], s: text}",
                "{op: replace, path: '', value: {q: 1}}|{q: 1}",
                "{op: move, from: /m/a, path: /b}|{m: {n: null}, l: [x, y], s: text, b: 1}",
                "{op: copy, from: /m/none, path: /b}|{m: {a: 1, n: null}, l: [x, y], s: text, b: null}",
                "{op: test, path: /m/a, value: 1.0}|{m: {a: 1, n: null}, l: [x, y], s: text}",
                "{op: test, path: /m/none}|{m: {a: 1, n: null}, l: [x, y], s: text}",
                "{op: test, path: /m, value: {n: null, a: 1}}|{m: {a: 1, n: null}, l: [x, y], s: text}",
            })
    void changes_the_document(String operation, String expected) {
        assertThat(patched(operation, JsonPatchOptions.API_SERVER)).isEqualTo(yaml(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{op: add, path: /x/y, value: 2}|add operation does not apply: doc is missing path: \"/x/y\": missing value",
                "{op: add, path: /s/y, value: 2}|add operation does not apply: doc is missing path: \"/s/y\": missing value",
                "{op: add, path: /m/n/y}|add operation does not apply: doc is missing path: \"/m/n/y\": missing value",
                "{op: add, path: /l/3, value: 2}|"
                        + "error in add for path: '/l/3': Unable to access invalid index: 3: invalid index referenced",
                "{op: add, path: /l/z, value: 2}|`error in add for path: '/l/z': value was not a proper array index: 'z': "
                        + "strconv.Atoi: parsing \"z\": invalid syntax`",
                "{op: add, value: 2}|add operation failed to decode path: missing value",
                "{op: remove, path: /m/x}|"
                        + "error in remove for path: '/m/x': Unable to remove nonexistent key: x: missing value",
                "{op: remove, path: /x/y}|"
                        + "remove operation does not apply: doc is missing path: \"/x/y\": missing value",
                "{op: replace, path: /l/7, value: 2}|"
                        + "replace operation does not apply: doc is missing key: /l/7: missing value",
                "{op: replace, path: /l/7/x, value: 2}|"
                        + "replace operation does not apply: doc is missing path: /l/7/x: missing value",
                "{op: replace, path: '', value: 2}|replace operation value must be object or array: %!w(<nil>)",
                "{op: move, from: /m/x, path: /b}|"
                        + "error in move for path: 'x': Unable to remove nonexistent key: x: missing value",
                "{op: move, path: /b}|`move operation failed to decode from: operation, missing from field: missing value`",
                "{op: test, path: /m/a, value: 2}|testing value /m/a failed: test failed",
                "{op: test, path: 5}|test operation failed to decode path: "
                        + "json: cannot unmarshal number into Go value of type string",
                "{op: upsert, path: /a}|Unexpected kind: upsert",
                "{path: /a}|Unexpected kind: unknown",
            })
    void refuses_in_the_words_of_the_library(String operation, String message) {
        assertThatThrownBy(() -> patched(operation, JsonPatchOptions.API_SERVER))
                .isInstanceOf(JsonPatchException.class)
                .hasMessage(message);
    }

    @Test
    void copies_that_grow_without_end_are_refused() {
        StringBuilder operations = new StringBuilder("[{op: add, path: /m/c, value: {}}");
        for (int i = 0; i < 60; i++) {
            operations
                    .append(", {op: copy, from: /m, path: /m/c/")
                    .append('k')
                    .append(i)
                    .append('}');
        }
        ListNode patch = (ListNode) yaml(operations.append("]").toString());
        assertThatThrownBy(() -> JsonPatch.apply(yaml(DOCUMENT), patch, JsonPatchOptions.API_SERVER))
                .hasMessageStartingWith("Unable to copy, the accumulated size increase of copy is ")
                .hasMessageEndingWith(", exceeding the limit 3145728");
    }

    @Test
    void a_merge_patch_removes_nulls_also_in_what_it_adds() {
        Node document = yaml("{a: {b: 1, c: 2}, l: [1], m: {}}");
        Node patch = yaml("{a: {b: null}, n: {x: null, y: [{z: null}, null]}, l: [{z: null}], m: [{z: null}]}");
        assertThat(MergePatch.apply(document, patch))
                .isEqualTo(yaml("{a: {c: 2}, l: [{}], m: [{z: null}], n: {y: [{}, null]}}"));
    }

    @Test
    void a_pointer_finds_its_value_and_prints_itself() {
        JsonPointer pointer = JsonPointer.parse("/m/b~1c~0/1");
        assertThat(pointer.segments()).containsExactly("m", "b/c~", "1");
        assertThat(pointer).hasToString("/m/b~1c~0/1");
        assertThat(pointer.find(yaml("{m: {b/c~: [x, y]}}"))).isEqualTo(ScalarNode.of("y"));
        assertThat(pointer.find(yaml("{m: {}}"))).isNull();
        assertThat(JsonPointer.parse("/").segments()).containsExactly("");
        assertThatThrownBy(() -> JsonPointer.parse("m")).hasMessageContaining("slash");
        assertThatThrownBy(() -> JsonPointer.parse("/a~2")).hasMessageContaining("tilde");
    }
}
