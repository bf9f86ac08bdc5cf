package dev.drydock.flux.kustomization;

import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.status.CustomHealthChecks;
import dev.drydock.flux.timing.KustomizationTiming;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Duration;

/**
 * The spec of a Kustomization with the defaults that the controller's getters add (api/v1/kustomization_types.go).
 *
 * @param object the Kustomization
 */
record KustomizationSpec(MapNode object) {

    static final GroupVersionKind KIND = new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization");

    String namespace() {
        return ObjectFields.namespace(object);
    }

    String name() {
        return ObjectFields.name(object);
    }

    String text(String... keys) {
        String[] path = new String[keys.length + 1];
        path[0] = "spec";
        System.arraycopy(keys, 0, path, 1, keys.length);
        return object.findText(path);
    }

    boolean isSuspended() {
        return object.isTrue("spec", "suspend");
    }

    boolean prunes() {
        return object.isTrue("spec", "prune");
    }

    boolean waits() {
        return object.isTrue("spec", "wait");
    }

    KustomizationTiming timing() {
        return KustomizationTiming.of(object.findMap("spec"));
    }

    Duration interval() {
        return timing().requeueAfter();
    }

    Duration retryInterval() {
        return timing().retryInterval();
    }

    Duration timeout() {
        return timing().timeout();
    }

    String sourceKind() {
        return text("sourceRef", "kind");
    }

    NamespacedName source() {
        String namespace = text("sourceRef", "namespace");
        return new NamespacedName(namespace.isEmpty() ? namespace() : namespace, text("sourceRef", "name"));
    }

    ListNode healthChecks() {
        return object.findList("spec", "healthChecks");
    }

    /**
     * The types whose health expressions tell.
     *
     * @throws ExpressionException for an expression that cannot be read
     */
    CustomHealthChecks customHealthChecks() {
        ListNode checks = object.findList("spec", "healthCheckExprs");
        return checks.isEmpty() ? CustomHealthChecks.NONE : CustomHealthChecks.of(checks, new CelExpressions());
    }

    /** Whether a ConfigMap or Secret of the same namespace is read: for substitution, decryption or a remote cluster. */
    boolean reads(String kind, String name) {
        boolean isSecret = kind.equals("Secret");
        boolean directly = isSecret
                ? name.equals(text("decryption", "secretRef", "name"))
                        || name.equals(text("kubeConfig", "secretRef", "name"))
                : name.equals(text("kubeConfig", "configMapRef", "name"));
        return directly
                || object.findList("spec", "postBuild", "substituteFrom").stream()
                        .anyMatch(from -> kind.equals(from.findText("kind")) && name.equals(from.findText("name")));
    }

    /** Whether deleting the Kustomization deletes its objects, as far as the spec decides. */
    boolean deletesObjects() {
        return switch (timing().deletionPolicy()) {
            case "MirrorPrune" -> prunes();
            case "Orphan" -> false;
            default -> true;
        };
    }
}
