package dev.drydock.conformance.flux;

import dev.drydock.flux.dependency.DependencyCheck;
import dev.drydock.flux.dependency.ReadyExpression;
import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Dependencies of Kustomizations and HelmReleases. */
final class DependencyAnswers {

    private DependencyAnswers() {}

    static Node kustomization(MapNode in) {
        return answer(check(in, ReadyExpression.ofKustomizations(new CelExpressions()))
                .kustomization(in.findMap("self"), in.findText("revision")));
    }

    static Node helmRelease(MapNode in) {
        return answer(
                check(in, ReadyExpression.ofHelmReleases(new CelExpressions())).helmRelease(in.findMap("self")));
    }

    private static DependencyCheck check(MapNode in, ReadyExpression expressions) {
        return new DependencyCheck(in.isTrue("additive"), World.of(in), expressions);
    }

    private static Node answer(DependencyCheck.@Nullable Unmet unmet) {
        return unmet == null
                ? MapNode.of("ready", true)
                : MapNode.of("error", unmet.error(), "terminal", unmet.terminal());
    }
}
