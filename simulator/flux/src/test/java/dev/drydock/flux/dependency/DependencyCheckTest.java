package dev.drydock.flux.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DependencyCheckTest {

    private static final String READY = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infra, namespace: team, generation: 1}
            spec: {sourceRef: {kind: GitRepository, name: other}}
            status: {observedGeneration: 1, conditions: [{type: Ready, status: "True", reason: R, message: m}]}
            """;
    private static final MapNode SELF = Trees.map("""
            metadata: {name: apps, namespace: team}
            spec: {sourceRef: {kind: GitRepository, name: repo}, dependsOn: [{name: infra, readyExpr: "x"}]}
            """);

    private static DependencyCheck.@Nullable Unmet check(boolean additive, boolean value, String dependency) {
        ObjectLookup lookup = (type, namespace, name) -> dependency.isEmpty()
                ? new ObjectLookup.Failed("kustomizations \"infra\" not found", true)
                : new ObjectLookup.Found(Trees.map(dependency));
        return new DependencyCheck(additive, lookup, (expression, self, other) -> value)
                .kustomization(SELF, "main@sha1:a");
    }

    @Test
    void a_missing_dependency_is_not_met() {
        assertThat(check(false, true, ""))
                .isEqualTo(new DependencyCheck.Unmet(
                        "dependency 'team/infra' not found: kustomizations \"infra\" not found", false));
    }

    @Test
    void an_expression_replaces_the_built_in_check() {
        String notReady = READY.replace("\"True\"", "\"False\"");

        assertThat(check(false, true, notReady)).isNull();
        assertThat(check(false, false, READY)).isNotNull();
    }

    @Test
    void or_adds_to_it() {
        String notReady = READY.replace("\"True\"", "\"False\"");

        assertThat(check(true, true, notReady)).isNotNull();
        assertThat(check(true, true, READY)).isNull();
    }
}
