package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.dependency.DependencyCheck;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;

/**
 * A HelmRelease up to the point where a chart would be rendered: finalizer, suspension, access to the source, dependencies
 * (helm-controller internal/controller/helmrelease_controller.go). What follows is not modelled.
 */
final class HelmReleaseReconciler implements Reconciler {

    static final GroupVersionKind KIND = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");

    private static final String FINALIZER = "finalizers.fluxcd.io";

    private final Kernel kernel;
    private final Client client;
    private final FluxProfile profile;
    private final Gaps gaps;
    private final EventRecorder events;
    private final StatusPatcher patcher;

    HelmReleaseReconciler(Kernel kernel, Client client, FluxProfile profile, Gaps gaps, EventRecorder events) {
        this.kernel = kernel;
        this.client = client;
        this.profile = profile;
        this.gaps = gaps;
        this.events = events;
        this.patcher = new StatusPatcher(client, "helm-controller");
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(KIND, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode before = found.object();
        ListNode finalizers = before.findList("metadata", "finalizers");
        if (before.find("metadata", "deletionTimestamp") != null) {
            List<Node> rest = finalizers.stream()
                    .filter(finalizer -> !finalizer.equals(Node.of(FINALIZER)))
                    .toList();
            patcher.patch(before, before.with(List.of("metadata", "finalizers"), ListNode.of(rest)));
            return new Result.Done();
        }
        if (!finalizers.strings().contains(FINALIZER)) {
            patcher.patch(before, before.with(List.of("metadata", "finalizers"), finalizers.plus(Node.of(FINALIZER))));
            return new Result.Again();
        }
        if (before.isTrue("spec", "suspend")) {
            patcher.patch(before, observed(before));
            return new Result.Done();
        }
        return before.find("spec", "chartRef") == null ? byTemplate(before) : byReference(before);
    }

    /** A chart of a foreign source is refused before any condition is written. */
    private Result byTemplate(MapNode object) {
        String own = ObjectFields.namespace(object);
        String given = object.findText("spec", "chart", "spec", "sourceRef", "namespace");
        if (profile.noCrossNamespaceRefs() && !given.isEmpty() && !given.equals(own)) {
            return new Result.Failed(denial("HelmChart", given, own + "-" + ObjectFields.name(object)));
        }
        throw new NotModelledException("rendering of Helm charts");
    }

    private Result byReference(MapNode before) {
        MapNode object = Conditions.markReconciling(before, "Progressing", "Fulfilling prerequisites", kernel.now());
        if (!object.findList("spec", "dependsOn").isEmpty()) {
            DependencyCheck.Unmet unmet = new DependencyCheck(false, this::read, (expression, self, dependency) -> {
                        throw new NotModelledException("spec.dependsOn[].readyExpr");
                    })
                    .helmRelease(object);
            if (unmet != null) {
                patcher.patch(
                        before,
                        Conditions.set(
                                object, Conditions.READY, "False", "DependencyNotReady", unmet.error(), kernel.now()));
                events.record(object, "Normal", "DependencyNotReady", unmet.error(), Map.of());
                return new Result.After(profile.requeueDependency());
            }
        }
        MapNode reference = object.findMap("spec", "chartRef");
        String kind = ObjectFields.kind(reference);
        String given = reference.findText("namespace");
        String own = ObjectFields.namespace(object);
        String name = reference.findText("name");
        if (profile.noCrossNamespaceRefs() && !given.isEmpty() && !given.equals(own)) {
            return denied(before, object, denial(kind, given, name));
        }
        String namespace = given.isEmpty() ? own : given;
        if (kind.equals("ExternalArtifact") && !profile.gate("ExternalArtifact", false)) {
            return denied(
                    before,
                    object,
                    "can't access 'ExternalArtifact/" + namespace + "/" + name
                            + "', ExternalArtifact feature gate is disabled");
        }
        throw new NotModelledException("rendering of Helm charts");
    }

    private static String denial(String kind, String namespace, String name) {
        return "cross-namespace references are not allowed: cannot access " + kind + " " + namespace + "/" + name;
    }

    private Result denied(MapNode before, MapNode object, String message) {
        MapNode stalled = Conditions.markStalled(object, "AccessDenied", message, kernel.now());
        stalled = Conditions.set(stalled, Conditions.READY, "False", "AccessDenied", message, kernel.now());
        patcher.patch(before, observed(stalled));
        events.record(stalled, "Warning", "AccessDenied", message, Map.of());
        return new Result.Done();
    }

    private ObjectLookup.Answer read(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = client.get(kind, new NamespacedName(namespace, name));
        gaps.check(kind.kind(), new NamespacedName(namespace, name));
        return response.isSuccess()
                ? new ObjectLookup.Found(response.object())
                : new ObjectLookup.Failed(response.message(), response.code() == 404);
    }

    private static MapNode observed(MapNode object) {
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        MapNode handled =
                requested == null ? object : object.with(List.of("status", "lastHandledReconcileAt"), requested);
        Long generation = object.findLong("metadata", "generation");
        return handled.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
    }
}
