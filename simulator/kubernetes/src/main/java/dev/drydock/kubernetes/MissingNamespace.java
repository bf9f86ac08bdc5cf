package dev.drydock.kubernetes;

import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import java.util.List;
import java.util.Set;

/**
 * Why a request for one object of a namespaced kind was refused that names no namespace. The authorizer sees a request at the
 * cluster scope, but a grant there would only lead to the next error.
 */
record MissingNamespace(String resource, Explanation decision) implements Explanation {

    private static final Set<String> ABOUT_ONE_OBJECT = Set.of("create", "get", "update", "patch", "delete");

    /** The explanation of a refusal. */
    static Explanation in(AuthorizationAttributes asked, Discovery discovery, Explanation decision) {
        boolean lacksOne = asked.isResourceRequest()
                && asked.namespace().isEmpty()
                && ABOUT_ONE_OBJECT.contains(asked.verb())
                && discovery
                        .find(new GroupVersionResource(asked.group(), asked.version(), asked.resource()))
                        .map(ApiResource::namespaced)
                        .orElse(false);
        return lacksOne ? new MissingNamespace(asked.resource(), decision) : decision;
    }

    @Override
    public String because() {
        return decision.because();
    }

    @Override
    public List<String> considered() {
        return decision.considered();
    }

    @Override
    public List<String> toAllow() {
        return List.of("set metadata.namespace, or spec.targetNamespace of the Kustomization: " + resource
                + " live in a namespace, and none is named");
    }
}
