package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.admission.Policies.Bound;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a policy is to do for a request (apiserver, policy/generic/policy_dispatcher.go). */
sealed interface PolicyInvocation {

    /** The policy with its bindings. */
    Bound bound();

    /**
     * One run of a policy: with a binding and one of its parameters.
     *
     * @param matched the resource that the policy's rules name
     * @param params the parameter; empty for a policy without any
     */
    record Run(Bound bound, MapNode binding, GroupVersionResource matched, Optional<MapNode> params)
            implements PolicyInvocation {

        String bindingName() {
            return binding.findText("metadata", "name");
        }
    }

    /**
     * A policy or a binding of it that cannot run and therefore refuses the request.
     *
     * @param binding name of the binding, empty for the policy itself
     * @param message what is wrong with it
     */
    record Misconfigured(Bound bound, String binding, String message) implements PolicyInvocation {}

    /** What the policies that concern a request are to do, in their order; those that ignore failures are never misconfigured. */
    static List<PolicyInvocation> of(AdmissionRequest request, Policies policies) {
        WebhookRules rules = new WebhookRules(request);
        List<PolicyInvocation> invocations = new ArrayList<>();
        for (Bound bound : policies.concerning(request, rules)) {
            try {
                ApiResource paramResource = PolicyParams.resource(request.cluster(), bound.policy());
                addRuns(request, rules, bound, paramResource, invocations);
            } catch (PolicyParams.Misconfigured e) {
                addFailure(bound, "", "failed to configure policy: " + e.getMessage(), invocations);
            }
        }
        return invocations;
    }

    private static void addRuns(
            AdmissionRequest request,
            WebhookRules rules,
            Bound bound,
            @Nullable ApiResource paramResource,
            List<PolicyInvocation> invocations) {
        GroupVersionResource matched = rules.named(bound.policy().findMap("spec", "matchConstraints"));
        for (MapNode binding : bound.bindings()) {
            if (!rules.match(binding.findMap("spec", "matchResources"))) {
                continue;
            }
            try {
                for (Optional<MapNode> params : PolicyParams.collect(request, paramResource, binding)) {
                    invocations.add(new Run(bound, binding, matched, params));
                }
            } catch (PolicyParams.Misconfigured e) {
                String name = binding.findText("metadata", "name");
                addFailure(bound, name, "failed to configure binding: " + e.getMessage(), invocations);
            }
        }
    }

    private static void addFailure(Bound bound, String binding, String message, List<PolicyInvocation> invocations) {
        if (bound.failing()) {
            invocations.add(new Misconfigured(bound, binding, message));
        }
    }
}
