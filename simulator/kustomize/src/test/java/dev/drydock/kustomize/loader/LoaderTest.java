package dev.drydock.kustomize.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.BuildOptions;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.RemoteEntryException;
import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class LoaderTest {

    private static final FileTree OUTSIDE =
            Trees.of("a/kustomization.yaml", "resources: [../cm.yaml]", "cm.yaml", Samples.CONFIG_MAP);

    @Test
    void refuses_files_outside_the_kustomization() {
        assertThatThrownBy(() -> KustomizeBuild.of(OUTSIDE).build("/a"))
                .hasMessageContaining("security; file '/cm.yaml' is not in or below '/a'");
    }

    @Test
    void reads_them_without_that_restriction() {
        BuildOptions options = BuildOptions.command().withRootOnly(false);
        assertThat(KustomizeBuild.of(OUTSIDE).with(options).build("/a").text()).contains("name: cm");
    }

    @Test
    void reads_nothing_outside_the_artifact_of_flux() {
        assertThatThrownBy(() ->
                        KustomizeBuild.of(OUTSIDE).with(BuildOptions.flux("/a")).build("/a"))
                .hasMessageContaining("fs-security-constraint read /cm.yaml: path '/cm.yaml' is not in or below '/a'");
    }

    @Test
    void follows_links_inside_the_tree() {
        FileTree tree = MemoryFileTree.builder()
                .file("kustomization.yaml", "resources: [link.yaml]")
                .file("real/cm.yaml", Samples.CONFIG_MAP)
                .link("link.yaml", "real/cm.yaml")
                .build();
        assertThat(Trees.build(tree)).contains("name: cm");
    }

    @Test
    void names_the_remote_entry_that_it_does_not_fetch() {
        FileTree tree = Trees.of("kustomization.yaml", "resources: ['https://github.com/org/repo?ref=v1']");
        assertThatExceptionOfType(RemoteEntryException.class)
                .isThrownBy(() -> Trees.build(tree))
                .satisfies(e -> assertThat(e.entry()).isEqualTo("https://github.com/org/repo?ref=v1"));
    }
}
