package dev.drydock.kustomize.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class ReplacementTransformerTest {

    private static final String OBJECTS = Samples.CONFIG_MAP + "---\n" + Samples.DEPLOYMENT;

    private static String build(String source, String target) {
        return Trees.build("replacements: [{source: " + source + ", targets: [" + target + "]}]", OBJECTS);
    }

    @Test
    void copies_a_value_into_elements_of_a_list() {
        String target = "{select: {kind: Deployment}, fieldPaths: ['spec.template.spec.containers.[name=main].image']}";
        assertThat(build("{kind: ConfigMap, fieldPath: data.a}", target)).contains("image: b\n");
    }

    @Test
    void replaces_a_part_between_delimiters() {
        String target = "{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.image],"
                + " options: {delimiter: ':', index: 1}}";
        assertThat(build("{kind: ConfigMap, fieldPath: data.a}", target)).contains("image: nginx:b\n");
    }

    @Test
    void creates_fields_when_asked() {
        String target = "{select: {kind: ConfigMap}, fieldPaths: [data.new], options: {create: true}}";
        assertThat(build("{kind: Deployment, fieldPath: spec.replicas}", target))
                .contains("  new: 1\n");
        assertThatThrownBy(() -> build("{kind: Deployment}", "{select: {kind: ConfigMap}, fieldPaths: [data.new]}"))
                .hasMessage("unable to find field \"data.new\" in replacement target");
    }

    @Test
    void keeps_the_quotes_of_the_target() {
        String target =
                "{select: {kind: Deployment}, fieldPaths: ['spec.template.spec.containers.0.env.[name=A].value']}";
        assertThat(build("{kind: Deployment, fieldPath: spec.replicas}", target))
                .contains("value: \"1\"");
    }

    @Test
    void writes_into_json_in_a_text() {
        String objects = Samples.CONFIG_MAP.replace("a: b", "a: b\n  json: '{\"x\": {\"y\": 1}}'");
        String built = Trees.build(
                "replacements: [{sourceValue: '5', targets: [{select: {kind: ConfigMap}, fieldPaths: [data.json.x.y]}]}]",
                objects);
        assertThat(built).contains("json: '{\"x\":{\"y\":5}}'");
    }

    @Test
    void says_that_the_source_is_not_there_or_not_one() {
        assertThatThrownBy(() -> build("{kind: Secret, name: x}", "{select: {kind: ConfigMap}}"))
                .hasMessage("nothing selected by Secret.[noVer].[noGrp]/x.[noNs]");
        assertThatThrownBy(() -> build("{fieldPath: metadata.name}", "{select: {kind: ConfigMap}}"))
                .hasMessage("multiple matches for selector [noKind].[noVer].[noGrp]/[noName].[noNs]:metadata.name");
    }
}
