package dev.drydock.conformance.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class SecretMaskTest {

    private static final MapNode OLDER = map("{kind: Secret, data: {a: eA==, b: eQ==}}");
    private static final MapNode NEWER = map("{kind: Secret, data: {a: eA==, b: eg==}}");

    @Test
    void values_are_hidden_and_changes_are_marked() {
        assertThat(SecretMask.older(OLDER, NEWER).findMap("data").strings())
                .containsEntry("a", "***")
                .containsEntry("b", "*** (before)");
        assertThat(SecretMask.newer(OLDER, NEWER).findMap("data").strings())
                .containsEntry("a", "***")
                .containsEntry("b", "*** (after)");
    }

    private static MapNode map(String text) {
        return (MapNode) YamlReader.read(text, "test.yaml", YamlMode.KUBERNETES);
    }
}
