package dev.drydock.kustomize.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DataGeneratorTest {

    private static final String NO_HASH = "generatorOptions: {disableNameSuffixHash: true}\n";

    @Test
    void reads_env_files_literals_and_files() {
        String built = Trees.build(Trees.of(
                "kustomization.yaml",
                NO_HASH
                        + "configMapGenerator: [{name: g, envs: [e.env], literals: [c='d'], files: [x/f.txt, k=x/f.txt]}]",
                "e.env",
                "# comment\n  A=1\nB\n",
                "x/f.txt",
                "text"));
        assertThat(built)
                .startsWith("apiVersion: v1\ndata:\n  A: \"1\"\n  B: \"\"\n  c: d\n  f.txt: text\n  k: text\n");
    }

    @Test
    void keeps_bytes_that_are_no_text_as_base64() {
        String built = Trees.build(MemoryFileTree.builder()
                .file("kustomization.yaml", NO_HASH + "configMapGenerator: [{name: g, files: [b]}]")
                .file("b", new byte[] {(byte) 0xff, (byte) 0xfd})
                .build());
        assertThat(built).contains("binaryData:\n  b: //0=");
    }

    @Test
    void breaks_long_base64_into_lines() {
        String built = Trees.build(Trees.of(
                "kustomization.yaml", NO_HASH + "secretGenerator: [{name: g, files: [b]}]", "b", "x".repeat(60)));
        assertThat(built).contains("  b: |\n    eHh4");
    }

    @Test
    void refuses_a_key_twice() {
        assertThatThrownBy(() -> Trees.build(
                        Trees.of("kustomization.yaml", "configMapGenerator: [{name: g, literals: [a=1, a=2]}]")))
                .hasMessage("configmap g illegally repeats the key `a`");
    }

    @Nested
    class when_the_object_is_there {

        @Test
        void merges_data_and_keeps_the_plain_name() {
            String built = Trees.build(
                    "configMapGenerator: [{name: cm, behavior: merge, literals: [c=d]}]", Samples.CONFIG_MAP);
            assertThat(built).contains("  a: b\n  c: d\n").contains("name: cm\n");
        }

        @Test
        void replaces_data() {
            String built = Trees.build(
                    "configMapGenerator: [{name: cm, behavior: replace, literals: [c=d]}]", Samples.CONFIG_MAP);
            assertThat(built).contains("data:\n  c: d\n");
        }

        @Test
        void refuses_to_create_it_again() {
            assertThatThrownBy(() -> Trees.build("configMapGenerator: [{name: cm}]", Samples.CONFIG_MAP))
                    .hasMessageEndingWith(
                            "exists; can not use behavior: 'unspecified', behavior must be merge or replace");
        }
    }
}
