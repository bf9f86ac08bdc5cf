package dev.drydock.flux.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class SourceAccessTest {

    private static final MapNode REPOSITORY =
            Trees.object("source.toolkit.fluxcd.io/v1", "GitRepository", "platform", "repo");
    private static final ObjectLookup LOOKUP = (type, namespace, name) ->
            namespace.equals("platform") && name.equals("repo") && type.kind().equals("GitRepository")
                    ? new ObjectLookup.Found(REPOSITORY)
                    : new ObjectLookup.Failed("gitrepositories \"" + name + "\" not found", true);

    private static MapNode kustomization(String sourceRef) {
        return Trees.map("{metadata: {name: apps, namespace: team}, spec: {sourceRef: " + sourceRef + "}}");
    }

    private static SourceAccess.Result access(boolean locked, String sourceRef) {
        return new SourceAccess(locked, false, LOOKUP).forKustomization(kustomization(sourceRef));
    }

    @Test
    void sources_of_other_namespaces_are_found_unless_locked() {
        String ref = "{kind: GitRepository, name: repo, namespace: platform}";

        assertThat(access(false, ref)).isEqualTo(new SourceAccess.Found(REPOSITORY));
        assertThat(access(true, ref))
                .isEqualTo(new SourceAccess.Denied("can't access 'GitRepository/platform/repo', "
                        + "cross-namespace references have been blocked"));
    }

    @Test
    void the_own_namespace_is_the_default() {
        assertThat(access(true, "{kind: GitRepository, name: repo}"))
                .isEqualTo(new SourceAccess.Failed("gitrepositories \"repo\" not found", true));
    }

    @Test
    void external_artifacts_need_their_gate() {
        assertThat(access(false, "{kind: ExternalArtifact, name: x}"))
                .isEqualTo(new SourceAccess.Denied(
                        "can't access 'ExternalArtifact/team/x', ExternalArtifact feature gate is disabled"));
    }

    @Test
    void charts_never_leave_their_namespace() {
        MapNode chart = Trees.map(
                "{metadata: {name: x, namespace: team}, spec: {sourceRef: {kind: GitRepository, name: repo}}}");

        assertThat(new SourceAccess(false, false, LOOKUP).forHelmChart(chart)).isInstanceOf(SourceAccess.Failed.class);
    }
}
