package dev.drydock.kubernetes.rbac;

import static dev.drydock.kubernetes.rbac.Roles.clusterRole;
import static dev.drydock.kubernetes.rbac.Roles.clusterRoleBinding;
import static dev.drydock.kubernetes.rbac.Roles.named;
import static dev.drydock.kubernetes.rbac.Roles.policy;
import static dev.drydock.kubernetes.rbac.Roles.role;
import static dev.drydock.kubernetes.rbac.Roles.roleBinding;
import static dev.drydock.kubernetes.rbac.Roles.rule;
import static dev.drydock.kubernetes.rbac.Roles.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationCheckTest {

    private static final UserInfo JANE = user("jane", "devs");
    private static final MapNode READER = clusterRole("reader", rule("get list", "core", "pods"));
    private static final MapNode HOLDS_READER = clusterRoleBinding("jane", "reader", "User jane");

    private static Optional<Status> write(RbacPolicy policy, String resource, MapNode object, @Nullable MapNode old) {
        String namespace = resource.startsWith("cluster") ? "" : "team-a";
        return new EscalationCheck(policy, new RbacAuthorizer(policy))
                .check(new EscalationCheck.Write(
                        JANE, new GroupVersionResource(RbacPolicy.GROUP, "v1", resource), namespace, "", object, old));
    }

    @Test
    void a_user_may_grant_what_the_user_holds() {
        MapNode wanted = role("team-a", "x", named("get", "core", "pods", "web"));

        assertThat(write(policy(READER, HOLDS_READER), "roles", wanted, null)).isEmpty();
    }

    @Test
    void missing_rights_are_gathered_by_resource_and_sorted() {
        MapNode wanted = role(
                "team-a",
                "x",
                rule("get delete list create", "core", "pods secrets"),
                rule("get", "apps", "deployments"));

        assertThat(write(policy(READER, HOLDS_READER), "roles", wanted, null))
                .get()
                .extracting(Status::message)
                .isEqualTo("roles.rbac.authorization.k8s.io \"x\" is forbidden: user \"jane\""
                        + " (groups=[\"devs\" \"system:authenticated\"]) is attempting to grant RBAC permissions not"
                        + " currently held:\n"
                        + "{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"delete\" \"create\"]}\n"
                        + "{APIGroups:[\"\"], Resources:[\"secrets\"], Verbs:[\"get\" \"delete\" \"list\" \"create\"]}\n"
                        + "{APIGroups:[\"apps\"], Resources:[\"deployments\"], Verbs:[\"get\"]}");
    }

    @Test
    void a_star_is_covered_by_a_star_alone() {
        RbacPolicy policy = policy(clusterRole("reader", rule("get list watch", "core", "pods")), HOLDS_READER);

        assertThat(write(policy, "roles", role("team-a", "x", rule("*", "core", "pods")), null))
                .isPresent();
    }

    @Test
    void whoever_may_bind_a_role_may_bind_it_before_it_exists() {
        MapNode wanted = roleBinding("team-a", "x", "ClusterRole", "admin", "User joe");
        RbacPolicy binder = policy(
                clusterRole("binder", named("bind", RbacPolicy.GROUP, "clusterroles", "admin")),
                clusterRoleBinding("b", "binder", "Group devs"));

        assertThat(write(binder, "rolebindings", wanted, null)).isEmpty();
        assertThat(write(RbacPolicy.EMPTY, "rolebindings", wanted, null))
                .get()
                .extracting(Status::code, Status::message)
                .containsExactly(404, "rolebindings.rbac.authorization.k8s.io \"admin\" not found");
    }

    @Test
    void an_aggregating_role_needs_everything() {
        MapNode wanted = clusterRole("x")
                .with("aggregationRule", MapNode.of("clusterRoleSelectors", ListNode.of(List.of(MapNode.EMPTY))));

        assertThat(write(policy(READER, HOLDS_READER), "clusterroles", wanted, null))
                .get()
                .extracting(Status::message)
                .isEqualTo("clusterroles.rbac.authorization.k8s.io \"x\" is forbidden: must have cluster-admin"
                        + " privileges to use the aggregationRule");
    }

    @Test
    void an_update_of_finalizers_alone_is_not_checked() {
        MapNode old = role("team-a", "x", rule("*", "*", "*"));
        MapNode touched =
                (MapNode) old.update(List.of("metadata", "finalizers"), none -> ListNode.ofStrings(List.of("a/b")));
        MapNode labelled = (MapNode) old.update(List.of("metadata", "labels"), none -> MapNode.of("a", "b"));

        assertThat(write(RbacPolicy.EMPTY, "roles", touched, old)).isEmpty();
        assertThat(write(RbacPolicy.EMPTY, "roles", labelled, old)).isPresent();
    }
}
