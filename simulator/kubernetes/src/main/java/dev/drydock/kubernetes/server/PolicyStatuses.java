package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.policy.TypeChecking;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes what checking the types of a validating policy has shown into its status, right after a write (upstream
 * {@code pkg/controller/validatingadmissionpolicystatus}).
 */
final class PolicyStatuses {

    private static final GroupVersionResource RESOURCE =
            new GroupVersionResource("admissionregistration.k8s.io", "v1", "validatingadmissionpolicies");

    private final ServerState state;

    PolicyStatuses(ServerState state) {
        this.state = state;
    }

    /** Looks at the policies that a write was about, if it was about any. */
    void after(Call call) {
        if (call.request().dryRun() || !call.gvr().groupResource().equals(RESOURCE.groupResource())) {
            return;
        }
        for (MapNode policy : state.list(RESOURCE, "")) {
            Long generation = policy.findLong("metadata", "generation");
            Long observed = policy.findLong("status", "observedGeneration");
            if (generation != null && (observed == null || observed < generation)) {
                check(policy, generation);
            }
        }
    }

    private void check(MapNode policy, long generation) {
        ListNode warnings = new TypeChecking(state.discovery(), this::customSchema).warnings(policy);
        MapNode checked = warnings.isEmpty() ? MapNode.EMPTY : MapNode.of("expressionWarnings", warnings);
        MapNode status =
                policy.findMap("status").with("observedGeneration", generation).with("typeChecking", checked);
        state.writeStatus(RESOURCE, policy.with("status", status));
    }

    private @Nullable MapNode customSchema(GroupVersionKind kind) {
        for (MapNode definition : state.list(Definitions.RESOURCE, "")) {
            if (definition.findText("spec", "group").equals(kind.group())
                    && definition.findText("spec", "names", "kind").equals(kind.kind())) {
                for (Node version : definition.findList("spec", "versions")) {
                    if (version.findText("name").equals(kind.version())) {
                        return version.findMap("schema", "openAPIV3Schema");
                    }
                }
            }
        }
        return null;
    }
}
