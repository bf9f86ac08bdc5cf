package dev.drydock.kustomize.vars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final String VAR = "vars: [{name: X, objref: {apiVersion: apps/v1, kind: Deployment, name: web}";

    private static String deployment(String value) {
        return Samples.DEPLOYMENT.replace("value: \"1\"", "value: " + value);
    }

    @Test
    void are_replaced_inside_texts_after_renaming() {
        assertThat(Trees.build(VAR + "}]\nnamePrefix: p-", deployment("a-$(X)-$$(X)-$(Y)")))
                .contains("value: a-p-web-$(X)-$(Y)");
    }

    @Test
    void keep_the_type_when_they_are_the_whole_value() {
        assertThat(Trees.build(VAR + ", fieldref: {fieldPath: spec.replicas}}]", deployment("$(X)")))
                .contains("value: 1\n");
    }

    @Test
    void are_refused_without_an_object_or_a_field() {
        assertThatThrownBy(() -> Trees.build(VAR + ", fieldref: {fieldPath: spec.nope}}]", deployment("a")))
                .hasMessage(
                        "field specified in var '{X Deployment.v1.apps {spec.nope}}' not found in corresponding resource");
        assertThatThrownBy(() -> Trees.build(VAR.replace("web", "nope") + "}]", deployment("a")))
                .hasMessage("var '{X Deployment.v1.apps {metadata.name}}' cannot be mapped to a field in the set of"
                        + " known resources");
    }
}
