package dev.drydock.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class LabelTransformerTest {

    @Test
    void adds_labels_to_objects_only() {
        String built = Trees.build("labels: [{pairs: {team: x}}]", Samples.DEPLOYMENT);
        assertThat(built).contains("  labels:\n    team: x\n  name: web").doesNotContain("matchLabels");
    }

    @Test
    void adds_labels_to_selectors_and_templates_when_asked() {
        String built = Trees.build("labels: [{pairs: {team: x}, includeSelectors: true}]", Samples.DEPLOYMENT);
        assertThat(built)
                .contains("  selector:\n    matchLabels:\n      team: x")
                .contains("      labels:\n        team: x");
    }

    @Test
    void writes_what_looks_like_a_number_in_quotes() {
        assertThat(Trees.build("commonAnnotations: {port: '80'}", Samples.CONFIG_MAP))
                .contains("port: \"80\"");
    }

    @Test
    void changes_the_selector_with_the_label_that_a_base_put_into_both() {
        String built = Trees.build(Trees.of(
                "kustomization.yaml", "resources: [base]\nlabels: [{pairs: {team: z}}]",
                "base/kustomization.yaml", "resources: [d.yaml]\ncommonLabels: {team: x}",
                "base/d.yaml", Samples.DEPLOYMENT));
        assertThat(built).contains("matchLabels:\n      team: z").doesNotContain("team: x");
    }
}
