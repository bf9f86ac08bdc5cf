package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;

/**
 * Admission policies that are bound (upstream {@code apiserver/pkg/admission/plugin/policy}). Their expressions are not
 * evaluated, so that a request which one of them is about cannot be answered.
 */
final class PolicyPlugin extends PhasePlugin {

    private final GroupVersionResource policies;
    private final GroupVersionResource bindings;

    private PolicyPlugin(boolean mutating, String name, String policies, String bindings) {
        super(mutating, name);
        this.policies = new GroupVersionResource("admissionregistration.k8s.io", "v1", policies);
        this.bindings = new GroupVersionResource("admissionregistration.k8s.io", "v1", bindings);
    }

    static PolicyPlugin mutating() {
        return new PolicyPlugin(
                true, "MutatingAdmissionPolicy", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings");
    }

    static PolicyPlugin validating() {
        return new PolicyPlugin(
                false, "ValidatingAdmissionPolicy", "validatingadmissionpolicies", "validatingadmissionpolicybindings");
    }

    @Override
    AdmissionResult answer(AdmissionRequest request) {
        if (WebhookRules.isExempt(request)) {
            return AdmissionResult.unchanged(request);
        }
        WebhookRules rules = new WebhookRules(request);
        for (MapNode binding : request.cluster().list(bindings, "")) {
            String policy = binding.findText("spec", "policyName");
            boolean concerns = request.cluster()
                    .get(policies, "", policy)
                    .filter(found -> rules.match(found.findMap("spec", "matchConstraints")))
                    .isPresent();
            if (concerns && rules.match(binding.findMap("spec", "matchResources"))) {
                throw new NotModelledException("the expressions of the " + name() + " " + policy);
            }
        }
        return AdmissionResult.unchanged(request);
    }
}
