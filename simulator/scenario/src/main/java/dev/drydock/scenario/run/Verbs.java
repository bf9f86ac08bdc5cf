package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The verbs about which an authorizer can sensibly be asked. RBAC compares any text, so that a mistyped verb is simply not
 * allowed; what nothing knows is refused instead.
 */
final class Verbs {

    /** Verbs of requests, and those by which the API server asks further questions. */
    static final List<String> OF_RESOURCES = List.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "bind",
            "escalate",
            "impersonate",
            "use",
            "approve",
            "sign",
            "attest",
            "proxy",
            "*");

    /** Methods of requests for paths. */
    static final List<String> OF_PATHS = List.of("get", "head", "post", "put", "patch", "delete", "options", "*");

    /** Verbs that continue after a colon, as {@code impersonate:serviceaccount} of constrained impersonation. */
    private static final Set<String> PREFIXES =
            Set.of("impersonate", "impersonate-on", "associated-node", "arbitrary-node");

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final List<GroupVersionResource> ROLES = List.of(
            new GroupVersionResource(RBAC, "v1", "roles"), new GroupVersionResource(RBAC, "v1", "clusterroles"));

    private Verbs() {}

    /** Whether Kubernetes itself knows a verb. */
    static boolean isKnown(String verb, boolean ofPath) {
        int colon = verb.indexOf(':');
        return (ofPath ? OF_PATHS : OF_RESOURCES).contains(verb)
                || (colon > 0 && PREFIXES.contains(verb.substring(0, colon)));
    }

    /**
     * Refuses a verb that neither Kubernetes, nor what is served, nor a role in the cluster knows.
     *
     * @throws IllegalArgumentException with the nearest verb
     */
    static void check(String verb, boolean ofPath, World world) {
        if (isKnown(verb, ofPath)) {
            return;
        }
        Set<String> more = new TreeSet<>();
        for (ApiResource resource : world.cluster().server().discovery().all()) {
            more.addAll(resource.verbs());
            resource.subresources().values().forEach(subresource -> more.addAll(subresource.verbs()));
        }
        rules(world).forEach(rule -> rule.findList("verbs").forEach(known -> more.add(known.findText())));
        if (!more.contains(verb)) {
            throw new IllegalArgumentException(unknown(verb, ofPath));
        }
    }

    /** The rules of all roles. */
    static List<Node> rules(World world) {
        List<Node> rules = new ArrayList<>();
        for (GroupVersionResource roles : ROLES) {
            for (MapNode role : world.cluster().server().objects(roles)) {
                role.findList("rules").forEach(rules::add);
            }
        }
        return rules;
    }

    /** What is wrong with an unknown verb. */
    static String unknown(String verb, boolean ofPath) {
        List<String> known = ofPath ? OF_PATHS : OF_RESOURCES;
        return "no verb is called \"" + verb + "\"" + Nearest.hint(verb, known) + "; verbs: "
                + String.join(", ", known.subList(0, known.size() - 1)) + ", or one that a role names";
    }
}
