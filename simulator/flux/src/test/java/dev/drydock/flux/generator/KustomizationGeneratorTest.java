package dev.drydock.flux.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.MemoryFileTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationGeneratorTest {

    private static final String CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
    private static final String ROOT = "/artifact";

    private static MemoryFileTree.Builder tree() {
        return MemoryFileTree.builder().directory(ROOT);
    }

    private static String generate(FileTree tree, String spec) {
        return KustomizationGenerator.generate(tree, ROOT, ROOT, Trees.map(spec))
                .text();
    }

    private static String build(FileTree tree, String spec) {
        FileTree merged = KustomizationGenerator.generate(tree, ROOT, ROOT, Trees.map(spec))
                .into(tree, ROOT);
        return ArtifactBuild.build(merged, ROOT, ROOT, null);
    }

    @Test
    void manifests_are_listed_when_there_is_no_kustomization_file() {
        FileTree tree = tree().file(ROOT + "/b.yaml", CONFIG_MAP)
                .file(ROOT + "/sub/a.yml", CONFIG_MAP)
                .file(ROOT + "/README.md", "x")
                .build();

        assertThat(generate(tree, "{}")).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                - ./b.yaml
                - ./sub/a.yml
                """);
    }

    @Test
    void a_folder_without_manifests_gets_a_placeholder() {
        assertThat(generate(tree().build(), "{}")).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: _placeholder
                """);
    }

    @Test
    void a_path_that_names_a_file_cannot_take_a_kustomization_file() {
        FileTree tree = tree().file(ROOT + "/a.yaml", CONFIG_MAP).build();

        assertThatThrownBy(() -> KustomizationGenerator.generate(tree, ROOT, ROOT + "/a.yaml", Trees.map("{}")))
                .isInstanceOf(GeneratorException.class)
                .hasMessage("open /artifact/a.yaml/kustomization.yaml: not a directory"
                        + " remove /artifact/a.yaml/kustomization.yaml: not a directory");
    }

    @Test
    void fields_of_the_spec_are_merged_in() {
        FileTree tree = tree().file(ROOT + "/a.yaml", CONFIG_MAP).build();

        assertThat(build(tree, "{targetNamespace: prod, namePrefix: x-}")).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: x-a
                  namespace: prod
                """);
    }

    @Test
    void nothing_outside_the_artifact_is_read() {
        FileTree tree = MemoryFileTree.builder()
                .file("/secret.yaml", CONFIG_MAP)
                .file(ROOT + "/kustomization.yaml", "resources:\n- ../secret.yaml\n")
                .build();

        assertThatThrownBy(() -> build(tree, "{}"))
                .isInstanceOf(GeneratorException.class)
                .hasMessageStartingWith("kustomize build failed: ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', true",
        "a, true",
        "., true",
        "../a, true",
        "/a, false",
        "git::x, false",
        "https://example.com/a, false"
    })
    void paths_are_told_from_addresses(String path, boolean local) {
        assertThat(LocalPath.isLocalRelative(path)).isEqualTo(local);
    }
}
