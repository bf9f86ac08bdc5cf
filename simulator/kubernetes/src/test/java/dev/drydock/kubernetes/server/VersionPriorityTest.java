package dev.drydock.kubernetes.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionPriorityTest {

    @Test
    void prefers_stable_versions_and_then_later_ones() {
        List<String> versions =
                List.of("foo10", "v1alpha1", "v1", "v11beta2", "foo1", "v2", "v12alpha1", "v10", "v3beta1");

        assertThat(versions.stream().sorted(VersionPriority.FIRST))
                .containsExactly("v10", "v2", "v1", "v11beta2", "v3beta1", "v12alpha1", "v1alpha1", "foo1", "foo10");
    }
}
