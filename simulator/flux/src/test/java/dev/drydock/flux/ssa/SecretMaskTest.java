package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class SecretMaskTest {

    private static final MapNode OLDER = Trees.map("{kind: Secret, data: {a: eA==, b: eQ==}}");
    private static final MapNode NEWER = Trees.map("{kind: Secret, data: {a: eA==, b: eg==}}");

    @Test
    void values_are_hidden_and_changes_are_marked() {
        assertThat(SecretMask.older(OLDER, NEWER).findMap("data").strings())
                .containsEntry("a", "***")
                .containsEntry("b", "*** (before)");
        assertThat(SecretMask.newer(OLDER, NEWER).findMap("data").strings())
                .containsEntry("a", "***")
                .containsEntry("b", "*** (after)");
    }
}
