package dev.drydock.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class NameAffixTransformerTest {

    @Test
    void adds_prefix_and_suffix() {
        assertThat(Trees.build("namePrefix: p-\nnameSuffix: -s", Samples.CONFIG_MAP))
                .contains("name: p-cm-s");
    }

    @Test
    void leaves_namespaces_and_definitions_alone() {
        String objects = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: n}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: d}
                """;
        assertThat(Trees.build("namePrefix: p-", objects)).doesNotContain("p-");
    }

    @Test
    void components_add_to_what_they_are_given() {
        String built = Trees.build(Trees.of(
                "kustomization.yaml", "namePrefix: k-\nresources: [cm.yaml]\ncomponents: [c1, c2]",
                "cm.yaml", Samples.CONFIG_MAP,
                "c1/kustomization.yaml",
                        "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nnamePrefix: c1-",
                "c2/kustomization.yaml",
                        "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nnameSuffix: -c2"));
        assertThat(built).contains("name: k-c1-cm-c2");
    }
}
