package dev.drydock.kustomize.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class PatchTransformerTest {

    @Test
    void finds_the_object_that_a_merge_patch_names() {
        String patch =
                "patches:\n- patch: |\n    {apiVersion: v1, kind: ConfigMap, metadata: {name: cm}, data: {c: d}}\n";
        assertThat(Trees.build(patch, Samples.CONFIG_MAP)).contains("  a: b\n  c: d\n");
    }

    @Test
    void may_rename_only_with_an_option() {
        String patch =
                "patches:\n- target: {kind: ConfigMap}\n  patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: z}}'\n";
        assertThat(Trees.build(patch, Samples.CONFIG_MAP)).contains("name: cm");
        assertThat(Trees.build(patch + "  options: {allowNameChange: true}\n", Samples.CONFIG_MAP))
                .contains("name: z");
    }

    @Test
    void adds_an_annotation_where_there_are_none_yet() {
        String patch =
                "patches:\n- target: {kind: ConfigMap}\n  patch: '[{op: add, path: /metadata/annotations/x, value: y}]'\n";
        assertThatThrownBy(() -> Trees.build(patch, Samples.CONFIG_MAP))
                .hasMessageContaining("unable to parse SM or JSON patch");
        String yaml = patch.replace("'[{", "'- {").replace("}]'", "}'");
        assertThat(Trees.build(yaml, Samples.CONFIG_MAP)).contains("annotations:\n    x: \"true\"");
    }

    @Test
    void says_that_nothing_fits() {
        String patch = "patches:\n- patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}'\n";
        assertThatThrownBy(() -> Trees.build(patch, Samples.CONFIG_MAP))
                .hasMessage(
                        "no resource matches strategic merge patch \"ConfigMap.v1.[noGrp]/other.[noNs]\": no matches"
                                + " for Id ConfigMap.v1.[noGrp]/other.[noNs]; failed to find unique target for patch"
                                + " ConfigMap.v1.[noGrp]/other.[noNs]");
    }

    @Test
    void selects_by_expressions_and_labels() {
        String objects = Samples.CONFIG_MAP + "---\n" + Samples.DEPLOYMENT;
        String patch = """
                patches:
                - target: {kind: 'Config.*|Foo', labelSelector: '!app'}
                  patch: '- {op: add, path: /metadata/labels, value: {l: m}}'
                """;
        assertThat(Trees.build(patch, objects)).containsOnlyOnce("l: m");
    }
}
