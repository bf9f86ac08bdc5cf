package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.apply.ApplyOutcome;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.discovery.ApiResource;
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

    private static final GroupVersionKind KIND =
            new GroupVersionKind("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy");
    private static final String MANAGER = "validatingadmissionpolicy-status";

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
        MapNode applied = MapNode.of(
                "apiVersion",
                KIND.apiVersion(),
                "kind",
                KIND.kind(),
                "metadata",
                MapNode.of("name", policy.findText("metadata", "name")));
        MapNode status = MapNode.of("observedGeneration", generation, "typeChecking", checked);
        FieldManagement fields = new FieldManagement(
                KIND, "status", state.types(), ObjectConversion.none(), ResetFields.of(RESOURCE, "status"));
        ApplyOutcome outcome = fields.apply(policy, applied.with("status", status), MANAGER, true, state.now());
        if (outcome instanceof ApplyOutcome.Merged merged) {
            ApiResource resource = state.discovery().find(RESOURCE).orElseThrow();
            state.put(resource, NamespacedName.of(policy), merged.object(), policy);
        }
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
