package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds the roles, bindings and questions of the tests. */
final class Roles {

    private Roles() {}

    static PolicyRule rule(String verbs, String groups, String resources) {
        return PolicyRule.of(words(verbs), words(groups), words(resources));
    }

    static PolicyRule named(String verbs, String groups, String resources, String names) {
        return new PolicyRule(words(verbs), words(groups), words(resources), words(names), List.of());
    }

    static PolicyRule urls(String verbs, String urls) {
        return new PolicyRule(words(verbs), List.of(), List.of(), List.of(), words(urls));
    }

    /** Words apart by blanks; {@code core} is the empty text. */
    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> word.equals("core") ? "" : word)
                .toList();
    }

    static MapNode clusterRole(String name, PolicyRule... rules) {
        return role("", name, rules);
    }

    static MapNode role(String namespace, String name, PolicyRule... rules) {
        return object(namespace, name, "Role")
                .with(
                        "rules",
                        ListNode.of(Arrays.stream(rules).map(PolicyRule::toNode).toList()));
    }

    static MapNode clusterRoleBinding(String name, String role, String... subjects) {
        return binding("", name, "ClusterRole", role, subjects);
    }

    static MapNode roleBinding(String namespace, String name, String kind, String role, String... subjects) {
        return binding(namespace, name, kind, role, subjects);
    }

    private static MapNode binding(String namespace, String name, String kind, String role, String... subjects) {
        return object(namespace, name, "RoleBinding")
                .with("roleRef", MapNode.of("apiGroup", RbacPolicy.GROUP, "kind", kind, "name", role))
                .with(
                        "subjects",
                        ListNode.of(Arrays.stream(subjects).map(Roles::subject).toList()));
    }

    /** {@code User jane}, {@code Group devs} or {@code ServiceAccount team-a/flux}. */
    private static Node subject(String text) {
        String kind = text.substring(0, text.indexOf(' '));
        String name = text.substring(text.indexOf(' ') + 1);
        int slash = kind.equals("ServiceAccount") ? name.indexOf('/') : -1;
        return slash < 0
                ? MapNode.of("kind", kind, "name", name)
                : MapNode.of("kind", kind, "name", name.substring(slash + 1), "namespace", name.substring(0, slash));
    }

    private static MapNode object(String namespace, String name, String kind) {
        return MapNode.of(
                "apiVersion",
                RbacPolicy.GROUP + "/v1",
                "kind",
                namespace.isEmpty() ? "Cluster" + kind : kind,
                "metadata",
                namespace.isEmpty() ? MapNode.of("name", name) : MapNode.of("name", name, "namespace", namespace));
    }

    static RbacPolicy policy(MapNode... objects) {
        RbacPolicy policy = RbacPolicy.EMPTY;
        for (MapNode object : objects) {
            policy = policy.with(object);
        }
        return policy;
    }

    static UserInfo user(String name, String... groups) {
        List<String> all = new ArrayList<>(List.of(groups));
        all.add("system:authenticated");
        return new UserInfo(name, "", all, Map.of());
    }

    /** A question such as {@code get pods/log.core}: resource and group apart by the first dot. */
    static AuthorizationAttributes ask(UserInfo user, String verb, String what, String namespace, String name) {
        int dot = what.indexOf('.');
        String[] resource = (dot < 0 ? what : what.substring(0, dot)).split("/", 2);
        String group = dot < 0 ? "" : what.substring(dot + 1);
        return AuthorizationAttributes.resource(
                user,
                verb,
                new GroupVersionResource(group, "v1", resource[0]),
                resource.length > 1 ? resource[1] : "",
                namespace,
                name);
    }
}
