package dev.drydock.kubernetes.authentication;

import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.UserInfo;
import java.util.List;

/**
 * The ways to impersonate, in the order in which the server tries them. All but the last are constrained: they need a right
 * to act on the request as somebody else, and a right to be that somebody.
 */
enum ImpersonationMode {
    /** A ServiceAccount whose token is bound to a pod acts as the node of that pod. */
    ASSOCIATED_NODE("associated-node"),
    /** Acting as any node. */
    ARBITRARY_NODE("arbitrary-node"),
    /** Acting as a ServiceAccount. */
    SERVICE_ACCOUNT("serviceaccount"),
    /** Acting as any other user, also with groups, a uid and extras. */
    USER_INFO("user-info"),
    /** The verb {@code impersonate} of old. */
    LEGACY("");

    private static final String NODE_OF_TOKEN = "authentication.kubernetes.io/node-name";

    private final String label;

    ImpersonationMode(String label) {
        this.label = label;
    }

    boolean isConstrained() {
        return this != LEGACY;
    }

    /** The verb on the impersonated identity. */
    String verb() {
        return isConstrained() ? "impersonate:" + label : "impersonate";
    }

    /** The verb on what the request itself is about. */
    String verbOn(String requestVerb) {
        return "impersonate-on:" + label + ":" + requestVerb;
    }

    /** API group of users, groups, nodes and accounts in the checks of this mode. */
    String identityGroup() {
        return isConstrained() ? "authentication.k8s.io" : "";
    }

    /** Whether this mode is about the wanted identity at all. */
    boolean concerns(Impersonation wanted, UserInfo requestor) {
        return switch (this) {
            case ASSOCIATED_NODE ->
                onlyName(wanted)
                        && KnownNames.serviceAccount(requestor.name()).isPresent()
                        && KnownNames.node(wanted.user())
                                .filter(node ->
                                        List.of(node).equals(requestor.extra().get(NODE_OF_TOKEN)))
                                .isPresent();
            case ARBITRARY_NODE -> onlyName(wanted) && isNode(wanted);
            case SERVICE_ACCOUNT -> onlyName(wanted) && isServiceAccount(wanted);
            case USER_INFO -> !isNode(wanted) && !isServiceAccount(wanted);
            case LEGACY -> true;
        };
    }

    private static boolean onlyName(Impersonation wanted) {
        return wanted.uid().isEmpty()
                && wanted.groups().isEmpty()
                && wanted.extra().isEmpty();
    }

    private static boolean isNode(Impersonation wanted) {
        return KnownNames.node(wanted.user()).isPresent();
    }

    private static boolean isServiceAccount(Impersonation wanted) {
        return KnownNames.serviceAccount(wanted.user()).isPresent();
    }
}
