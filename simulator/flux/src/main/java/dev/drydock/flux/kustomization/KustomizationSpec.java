package dev.drydock.flux.kustomization;

import dev.drydock.flux.runtime.GoDuration;
import dev.drydock.flux.ssa.ObjectFields;
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
        return ObjectFields.text(object, path);
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

    Duration interval() {
        return GoDuration.parse(text("interval")).orElse(Duration.ZERO);
    }

    Duration retryInterval() {
        return GoDuration.parse(text("retryInterval")).orElse(interval());
    }

    /** {@code spec.timeout}, else the interval less 30 seconds, at least 30 seconds. */
    Duration timeout() {
        Duration timeout = GoDuration.parse(text("timeout")).orElse(interval().minusSeconds(30));
        return timeout.compareTo(Duration.ofSeconds(30)) < 0 ? Duration.ofSeconds(30) : timeout;
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

    /** Whether deleting the Kustomization deletes its objects, as far as the spec decides. */
    String deletionPolicy() {
        String policy = text("deletionPolicy");
        if (policy.isEmpty() || policy.equals("MirrorPrune")) {
            return prunes() ? "Delete" : "Orphan";
        }
        return policy;
    }
}
