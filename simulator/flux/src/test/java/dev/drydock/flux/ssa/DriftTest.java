package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final MapNode LIVE = Trees.map("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: apps, resourceVersion: "5", labels: {a: b}}
            spec: {replicas: 3, paused: false}
            status: {replicas: 2}
            """);

    private static MapNode changed(String field, Object value) {
        return LIVE.with("spec", LIVE.findMap("spec").with(field, value));
    }

    @Test
    void equal_objects_do_not_differ() {
        assertThat(Drift.between(LIVE, LIVE)).isFalse();
    }

    @Test
    void status_and_other_metadata_do_not_count() {
        MapNode dryRun = LIVE.with("status", Trees.map("{replicas: 3}"))
                .with("metadata", LIVE.findMap("metadata").with("generation", 7));

        assertThat(Drift.between(LIVE, dryRun)).isFalse();
    }

    @Test
    void labels_and_spec_count() {
        MapNode relabelled = LIVE.with("metadata", LIVE.findMap("metadata").with("labels", Trees.map("{a: c}")));

        assertThat(Drift.between(LIVE, relabelled)).isTrue();
        assertThat(Drift.between(LIVE, changed("replicas", 4))).isTrue();
    }

    @Test
    void an_object_that_is_not_there_differs() {
        assertThat(Drift.between(
                        MapNode.EMPTY,
                        LIVE.with("metadata", LIVE.findMap("metadata").without("resourceVersion"))))
                .isTrue();
    }

    @Nested
    class with_ignored_paths {

        private final IgnoreRules rules = IgnoreRules.compile(Trees.list("[{paths: [/spec/replicas]}]"));

        @Test
        void a_difference_there_is_no_drift() {
            assertThat(rules.drift(LIVE, changed("replicas", 1))).isFalse();
        }

        @Test
        void a_difference_elsewhere_is() {
            assertThat(rules.drift(LIVE, changed("paused", true))).isTrue();
        }

        @Test
        void rules_for_other_objects_do_not_count() {
            IgnoreRules other =
                    IgnoreRules.compile(Trees.list("[{paths: [/spec/replicas], target: {kind: StatefulSet}}]"));

            assertThat(other.drift(LIVE, changed("replicas", 1))).isTrue();
        }
    }
}
