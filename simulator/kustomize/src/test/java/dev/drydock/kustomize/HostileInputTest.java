package dev.drydock.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the files: a clear error, soon. */
class HostileInputTest {

    /** Far beyond the two seconds that users are promised: this catches what hangs, the benchmarks measure. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static String message(FileTree tree) {
        return assertTimeoutPreemptively(
                SOON,
                () -> assertThatExceptionOfType(KustomizeException.class)
                        .isThrownBy(() -> Trees.build(tree))
                        .actual()
                        .getMessage());
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String below = "*a" + (i - 1);
            text.append("a").append(i).append(": &a").append(i).append(" [").append(below);
            text.append((", " + below).repeat(8)).append("]\n");
        }
        return text.toString();
    }

    @Test
    void refuses_an_alias_bomb_in_an_object() {
        FileTree tree = Trees.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", Samples.CONFIG_MAP + bomb());
        assertThat(message(tree)).contains("r.yaml");
    }

    @Test
    void refuses_an_alias_bomb_in_a_kustomization_file() {
        assertThat(message(Trees.of("kustomization.yaml", bomb()))).startsWith("invalid Kustomization");
    }

    @Test
    void refuses_an_alias_bomb_in_a_patch() {
        String patch = "patches: [{path: p.yaml}]\nresources: [r.yaml]";
        FileTree tree = Trees.of(
                "kustomization.yaml", patch, "r.yaml", Samples.CONFIG_MAP, "p.yaml", Samples.CONFIG_MAP + bomb());
        assertThat(message(tree)).contains("unable to parse SM or JSON patch");
    }

    @Test
    void refuses_what_is_nested_too_deep() {
        String deep = Samples.CONFIG_MAP + "deep: " + "[".repeat(200_000) + "]".repeat(200_000) + "\n";
        assertThat(message(Trees.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", deep)))
                .contains("r.yaml");
    }

    @Test
    void refuses_a_path_that_is_nested_too_deep_in_a_patch() {
        String path = "/a".repeat(100_000);
        String kustomization = "resources: [r.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |\n    - op: add\n"
                + "      path: " + path + "\n      value: x\n";
        assertThat(message(Trees.of("kustomization.yaml", kustomization, "r.yaml", Samples.CONFIG_MAP)))
                .contains("doc is missing path");
    }

    @Test
    void creates_no_tree_without_end_for_a_replacement() {
        String path = "a.".repeat(100_000) + "b";
        String kustomization = "resources: [r.yaml]\nreplacements:\n- sourceValue: x\n  targets:\n"
                + "  - select: {kind: ConfigMap}\n    fieldPaths: [" + path + "]\n    options: {create: true}\n";
        assertThat(message(Trees.of("kustomization.yaml", kustomization, "r.yaml", Samples.CONFIG_MAP)))
                .contains("levels");
    }

    @Test
    void lets_no_text_double_without_end_by_replacements() {
        String doubling = "- source: {kind: ConfigMap, fieldPath: data.a}\n  targets:\n"
                + "  - {select: {kind: ConfigMap}, fieldPaths: [data.a], options: {delimiter: \"-\", index: -1}}\n";
        String kustomization = "resources: [r.yaml]\nreplacements:\n" + doubling.repeat(40);
        String object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: aaaa}\n";
        assertThat(message(Trees.of("kustomization.yaml", kustomization, "r.yaml", object)))
                .isEqualTo("replacements that make a text of more than 4194304 characters");
    }

    @Test
    void refuses_a_text_that_is_too_long() {
        String huge = Samples.CONFIG_MAP + "  huge: " + "x".repeat(70 << 20) + "\n";
        assertThat(message(Trees.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", huge)))
                .contains("file is larger than 67108864 bytes");
    }

    @Test
    void refuses_bases_in_a_circle() {
        FileTree tree = Trees.of(
                "kustomization.yaml", "resources: [a]",
                "a/kustomization.yaml", "resources: [../b]",
                "b/kustomization.yaml", "resources: [../a]");
        assertThat(message(tree)).contains("cycle detected");
    }

    @Test
    void refuses_links_in_a_circle() {
        FileTree tree = MemoryFileTree.builder()
                .file("kustomization.yaml", "resources: [a]")
                .link("a", "b")
                .link("b", "a")
                .build();
        assertThat(message(tree)).contains("too many links");
    }

    @Test
    void refuses_a_link_that_leaves_the_tree() {
        FileTree tree = MemoryFileTree.builder()
                .file("kustomization.yaml", "resources: [a.yaml]")
                .link("a.yaml", "../../../etc/passwd")
                .build();
        assertThat(message(tree)).contains("is not in or below");
    }

    @Test
    void refuses_a_link_on_disk_that_leaves_the_root(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.writeString(folder.resolve("secret.yaml"), Samples.CONFIG_MAP);
        Files.writeString(root.resolve("kustomization.yaml"), "resources: [a.yaml, b.yaml]");
        try {
            Files.createSymbolicLink(root.resolve("a.yaml"), folder.resolve("secret.yaml"));
            Files.createSymbolicLink(root.resolve("b.yaml"), Path.of("../secret.yaml"));
        } catch (FileSystemException | UnsupportedOperationException e) {
            abort("no links here: " + e.getMessage());
        }
        assertThat(message(FileTree.onDisk(root))).contains("a.yaml");
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        FileTree tree = MemoryFileTree.builder()
                .file("kustomization.yaml", "resources: [a.yaml]")
                .file("a.yaml", new byte[] {(byte) 0xff, 0, 1})
                .build();
        assertThat(message(tree)).contains("MalformedYAMLError: yaml: invalid leading UTF-8 octet");
    }

    @Test
    void ends_soon_with_an_expression_that_would_backtrack() {
        String kustomization = """
                resources: [r.yaml]
                patches:
                - target: {name: '(a+)+$'}
                  patch: |
                    - {op: add, path: /data/x, value: y}
                """;
        String object = Samples.CONFIG_MAP.replace("name: cm", "name: " + "a".repeat(5_000) + "b");
        FileTree tree = Trees.of("kustomization.yaml", kustomization, "r.yaml", object);
        assertThat(assertTimeoutPreemptively(SOON, () -> Trees.build(tree))).contains("kind: ConfigMap");
    }
}
