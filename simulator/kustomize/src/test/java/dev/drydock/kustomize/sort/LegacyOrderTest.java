package dev.drydock.kustomize.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class LegacyOrderTest {

    private static final String TWO = Samples.DEPLOYMENT + "---\n" + Samples.CONFIG_MAP;

    @Test
    void puts_what_others_need_first_by_default() {
        FileTree tree = Trees.of("kustomization.yaml", "resources: [r.yaml]", "r.yaml", TWO);
        assertThat(KustomizeBuild.of(tree).build("/").text()).startsWith("apiVersion: v1");
    }

    @Test
    void obeys_the_file() {
        assertThat(Trees.build("sortOptions: {order: legacy}", TWO)).startsWith("apiVersion: v1");
        assertThat(Trees.build("sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Deployment]}}", TWO))
                .startsWith("apiVersion: apps/v1");
    }

    @Test
    void refuses_other_words() {
        assertThatThrownBy(() -> Trees.build("sortOptions: {order: best}", TWO))
                .hasMessage("the field 'sortOptions.order' must be one of [fifo, legacy]");
    }
}
