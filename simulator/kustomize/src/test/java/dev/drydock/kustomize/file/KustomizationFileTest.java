package dev.drydock.kustomize.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.KustomizeException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationFileTest {

    private static KustomizationFile read(String text) {
        return KustomizationFile.read(text.getBytes(StandardCharsets.UTF_8), "kustomization.yaml", "/");
    }

    @Test
    void takes_fields_in_any_case_and_moves_old_ones() {
        KustomizationFile file = read("NAMEPREFIX: p-\nbases: [b]\nresources: [a]\n");
        assertThat(file.text("namePrefix")).isEqualTo("p-");
        assertThat(file.strings("resources")).containsExactly("a", "b");
        assertThat(file.warnings()).singleElement().asString().contains("'bases' is deprecated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resource: [a]|invalid Kustomization: json: unknown field \"resource\"",
                "namespace: n|invalid Kustomization: json: cannot unmarshal bool into Go struct field Kustomization.namespace of type string",
                "patches: [p.yaml]|invalid Kustomization: json: cannot unmarshal string into Go struct field Kustomization.patches of type types.Patch",
                "images: [{newTag: 1.2}]|invalid Kustomization: json: cannot unmarshal number into Go struct field Image.images.newTag of type string",
                "configMapGenerator: [{literals: {a: b}}]|invalid Kustomization: json: cannot unmarshal object into Go struct field ConfigMapArgs.configMapGenerator.GeneratorArgs.KvPairSources.literals of type []string",
                "kind: Kustomization|kustomization.yaml is empty"
            })
    void refuses_mistakes_with_the_words_of_go(String text, String message) {
        assertThatThrownBy(() -> read(text)).hasMessage(message);
    }

    @Test
    void knows_where_a_mistake_stands() {
        assertThatThrownBy(() -> read("resources: []\nimages:\n- nam: x\n"))
                .isInstanceOfSatisfying(
                        KustomizeException.class, e -> assertThat(e.location()).hasToString("kustomization.yaml:3:3"));
    }
}
