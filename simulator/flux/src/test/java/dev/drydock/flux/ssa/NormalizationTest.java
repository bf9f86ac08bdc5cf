package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class NormalizationTest {

    @Test
    void the_plain_strings_of_a_secret_become_data() {
        assertThat(Normalization.normalize(Trees.map("""
                apiVersion: v1
                kind: Secret
                metadata: {name: s, namespace: apps}
                data: {a: eA==}
                stringData: {b: hello}
                """))).isEqualTo(Trees.map("""
                apiVersion: v1
                kind: Secret
                metadata: {creationTimestamp: null, name: s, namespace: apps}
                data: {a: eA==, b: aGVsbG8=}
                """));
    }

    @Test
    void objects_of_other_groups_only_get_an_empty_time_of_creation() {
        MapNode widget =
                Trees.map("{apiVersion: example.com/v1, kind: Widget, metadata: {name: x}, stringData: {a: b}}");

        assertThat(Normalization.normalize(widget))
                .isEqualTo(widget.with("metadata", Trees.map("{name: x, creationTimestamp: null}")));
    }
}
