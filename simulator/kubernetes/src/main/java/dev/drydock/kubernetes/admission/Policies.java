package dev.drydock.kubernetes.admission;

import com.google.common.collect.MapMaker;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.policy.CompiledPolicy;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** The policies of one sort with their bindings, in the order of their names. */
final class Policies {

    private static final String GROUP = "admissionregistration.k8s.io";

    /** Compiled once for as long as the stored object lives; the key is the object itself, not what it says. */
    private static final ConcurrentMap<MapNode, CompiledPolicy> COMPILED =
            new MapMaker().weakKeys().makeMap();

    private final GroupVersionResource policies;
    private final GroupVersionResource bindings;

    Policies(String policies, String bindings) {
        this.policies = new GroupVersionResource(GROUP, "v1", policies);
        this.bindings = new GroupVersionResource(GROUP, "v1", bindings);
    }

    /** A policy with the bindings that name it. */
    record Bound(MapNode policy, List<MapNode> bindings) {

        String name() {
            return policy.findText("metadata", "name");
        }

        CompiledPolicy compiled() {
            return COMPILED.computeIfAbsent(policy, CompiledPolicy::of);
        }

        /** Whether errors refuse the request. */
        boolean failing() {
            return !policy.findText("spec", "failurePolicy").equals("Ignore");
        }
    }

    /** The policies whose constraints fit a request and that some binding names. */
    List<Bound> concerning(AdmissionRequest request, WebhookRules rules) {
        List<Bound> bound = new ArrayList<>();
        List<MapNode> all = request.cluster().list(bindings, "");
        if (all.isEmpty()) {
            return bound;
        }
        for (MapNode policy : request.cluster().list(policies, "")) {
            String name = policy.findText("metadata", "name");
            List<MapNode> own = all.stream()
                    .filter(binding -> binding.findText("spec", "policyName").equals(name))
                    .toList();
            if (!own.isEmpty() && rules.match(policy.findMap("spec", "matchConstraints"))) {
                bound.add(new Bound(policy, own));
            }
        }
        return bound;
    }
}
