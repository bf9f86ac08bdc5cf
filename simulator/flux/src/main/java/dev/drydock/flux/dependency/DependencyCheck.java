package dev.drydock.flux.dependency;

import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The check of {@code spec.dependsOn}; the first dependency that is not satisfied ends it. No flag keeps dependencies in
 * their own namespace.
 *
 * @param additive the gate AdditiveCELDependencyCheck: an expression is asked in addition to readiness
 * @param lookup reads with the rights of the controller
 * @param expressions evaluates {@code readyExpr}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DependencyCheck(boolean additive, ObjectLookup lookup, ReadyExpression expressions) {

    private static final GroupVersionKind KUSTOMIZATION =
            new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization");
    private static final GroupVersionKind HELM_RELEASE =
            new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");

    /**
     * A dependency that is not satisfied.
     *
     * @param error the controller's words
     * @param terminal whether waiting does not help
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Unmet(String error, boolean terminal) {}

    /**
     * The first unmet dependency of a Kustomization, or null (kustomize-controller, checkDependencies).
     *
     * @param revision revision of the artifact of its source; a dependency on the same source must have applied it
     */
    public @Nullable Unmet kustomization(MapNode self, String revision) {
        for (Node reference : self.findList("spec", "dependsOn")) {
            Unmet unmet = check(self, reference, KUSTOMIZATION, "dependency '%s' not found: %s", revision);
            if (unmet != null) {
                return unmet;
            }
        }
        return null;
    }

    /** The first unmet dependency of a HelmRelease, or null (helm-controller, checkDependencies). */
    public @Nullable Unmet helmRelease(MapNode self) {
        for (Node reference : self.findList("spec", "dependsOn")) {
            Unmet unmet = check(self, reference, HELM_RELEASE, "unable to get '%s' dependency: %s", "");
            if (unmet != null) {
                return unmet;
            }
        }
        return null;
    }

    private @Nullable Unmet check(
            MapNode self, Node reference, GroupVersionKind type, String missing, String revision) {
        String own = ObjectFields.namespace(self);
        String given = reference.findText("namespace");
        String namespace = given.isEmpty() ? own : given;
        String name = reference.findText("name");
        String subject = namespace + "/" + name;
        ObjectLookup.Answer answer = lookup.read(type, namespace, name);
        if (answer instanceof ObjectLookup.Failed failed) {
            return new Unmet(missing.formatted(subject, failed.error()), false);
        }
        MapNode dependency = ((ObjectLookup.Found) answer).object();
        String expression = reference.findText("readyExpr");
        if (!expression.isEmpty()) {
            Unmet unmet = checkExpression(expression, self, dependency, subject);
            if (unmet != null || !additive) {
                return unmet;
            }
        }
        if (!isReady(dependency, type.equals(KUSTOMIZATION))) {
            return new Unmet("dependency '" + subject + "' is not ready", false);
        }
        boolean outdated = type.equals(KUSTOMIZATION)
                && sharesSource(self, dependency)
                && !dependency.findText("status", "lastAppliedRevision").equals(revision);
        return outdated ? new Unmet("dependency '" + subject + "' revision is not up to date", false) : null;
    }

    private @Nullable Unmet checkExpression(String expression, MapNode self, MapNode dependency, String subject) {
        try {
            return expressions.evaluate(expression, self, dependency)
                    ? null
                    : new Unmet("dependency '" + subject + "' is not ready according to readyExpr eval", false);
        } catch (ExpressionException e) {
            return e.isCompilation()
                    ? new Unmet(
                            "terminal error: failed to evaluate dependency " + ObjectFields.name(dependency) + ": "
                                    + e.getMessage(),
                            true)
                    : new Unmet(String.valueOf(e.getMessage()), false);
        }
    }

    private static boolean isReady(MapNode dependency, boolean needsConditions) {
        if (needsConditions && dependency.findList("status", "conditions").isEmpty()) {
            return false;
        }
        Long generation = dependency.findLong("metadata", "generation");
        Long observed = dependency.findLong("status", "observedGeneration");
        if ((generation == null ? 0 : generation) != (observed == null ? 0 : observed)) {
            return false;
        }
        for (Node condition : dependency.findList("status", "conditions")) {
            if (condition.findText("type").equals("Ready")) {
                return condition.findText("status").equals("True");
            }
        }
        return false;
    }

    private static boolean sharesSource(MapNode self, MapNode dependency) {
        return source(self).equals(source(dependency));
    }

    private static String source(MapNode kustomization) {
        MapNode reference = kustomization.findMap("spec", "sourceRef");
        String namespace = reference.findText("namespace");
        return ObjectFields.kind(reference) + "/"
                + (namespace.isEmpty() ? ObjectFields.namespace(kustomization) : namespace) + "/"
                + reference.findText("name");
    }
}
