package dev.drydock.kubernetes.rbac;

import static dev.drydock.kubernetes.rbac.Roles.ask;
import static dev.drydock.kubernetes.rbac.Roles.clusterRole;
import static dev.drydock.kubernetes.rbac.Roles.clusterRoleBinding;
import static dev.drydock.kubernetes.rbac.Roles.policy;
import static dev.drydock.kubernetes.rbac.Roles.role;
import static dev.drydock.kubernetes.rbac.Roles.roleBinding;
import static dev.drydock.kubernetes.rbac.Roles.rule;
import static dev.drydock.kubernetes.rbac.Roles.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RbacAuthorizerTest {

    private static final MapNode EDIT = clusterRole("edit", rule("get patch", "apps", "deployments"));
    private static final UserInfo FLUX = UserInfo.serviceAccount("team-a", "flux");

    private static Decision decide(RbacPolicy policy, UserInfo user, String verb, String what, String namespace) {
        return new RbacAuthorizer(policy).authorize(ask(user, verb, what, namespace, "web"));
    }

    @Test
    void allows_by_the_binding_of_the_namespace() {
        RbacPolicy policy = policy(EDIT, roleBinding("team-a", "edit", "ClusterRole", "edit", "User jane"));

        assertThat(decide(policy, user("jane"), "patch", "deployments.apps", "team-a")
                        .reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"edit/team-a\" of ClusterRole \"edit\" to User \"jane\"");
    }

    @Test
    void denies_when_the_binding_is_in_another_namespace() {
        RbacPolicy policy = policy(EDIT, roleBinding("team-a", "edit", "ClusterRole", "edit", "User jane"));

        assertThat(decide(policy, user("jane"), "patch", "deployments.apps", "team-b"))
                .isInstanceOf(Decision.NoOpinion.class);
        assertThat(decide(policy, user("jane"), "patch", "deployments.apps", "").isAllowed())
                .isFalse();
    }

    @Test
    void names_the_cluster_role_binding_before_the_role_binding() {
        RbacPolicy policy = policy(
                EDIT,
                roleBinding("team-a", "a", "ClusterRole", "edit", "User jane"),
                clusterRoleBinding("z", "edit", "Group devs"));

        assertThat(decide(policy, user("jane", "devs"), "get", "deployments.apps", "team-a")
                        .reason())
                .isEqualTo("RBAC: allowed by ClusterRoleBinding \"z\" of ClusterRole \"edit\" to Group \"devs\"");
    }

    @Test
    void names_the_first_subject_that_matches() {
        RbacPolicy policy = policy(EDIT, clusterRoleBinding("x", "edit", "Group devs", "User jane"));

        assertThat(decide(policy, user("jane", "devs"), "get", "deployments.apps", "team-a")
                        .reason())
                .endsWith("to Group \"devs\"");
    }

    @Test
    void takes_a_service_account_without_namespace_from_the_namespace_of_the_role_binding_only() {
        RbacPolicy policy = policy(
                EDIT,
                roleBinding("team-a", "edit", "ClusterRole", "edit", "ServiceAccount flux"),
                clusterRoleBinding("all", "edit", "ServiceAccount flux"));

        assertThat(decide(policy, FLUX, "get", "deployments.apps", "team-a").reason())
                .isEqualTo("RBAC: allowed by RoleBinding \"edit/team-a\" of ClusterRole \"edit\""
                        + " to ServiceAccount \"flux/team-a\"");
        assertThat(decide(policy, FLUX, "get", "deployments.apps", "").isAllowed())
                .isFalse();
    }

    @Test
    void lets_superusers_do_everything() {
        assertThat(decide(RbacPolicy.EMPTY, UserInfo.admin(), "delete", "nodes", "")
                        .isAllowed())
                .isTrue();
    }

    @Test
    void names_missing_roles_once_and_cluster_wide_ones_first() {
        RbacPolicy policy = policy(
                roleBinding("team-a", "b1", "Role", "lost", "User jane"),
                roleBinding("team-a", "b2", "Role", "lost", "User jane"),
                clusterRoleBinding("c", "gone", "User jane"));

        assertThat(decide(policy, user("jane"), "get", "pods", "team-a").reason())
                .isEqualTo("RBAC: [clusterrole.rbac.authorization.k8s.io \"gone\" not found, "
                        + "role.rbac.authorization.k8s.io \"lost\" not found]");
        assertThat(decide(policy, user("jane"), "get", "pods", "team-b").reason())
                .isEqualTo("RBAC: clusterrole.rbac.authorization.k8s.io \"gone\" not found");
    }

    @Nested
    class When_roles_change {

        private final RbacAuthorizer authorizer =
                new RbacAuthorizer(policy(roleBinding("team-a", "b", "Role", "reader", "User jane")));

        private void commit(WatchEvent.Type type, MapNode object) {
            authorizer.changed(
                    new WatchEvent(type, new GroupVersionResource(RbacPolicy.GROUP, "v1", "roles"), object, null));
        }

        private boolean mayRead(RbacAuthorizer by) {
            return by.authorize(ask(user("jane"), "get", "pods", "team-a", "")).isAllowed();
        }

        @Test
        void a_dangling_binding_comes_to_life() {
            commit(WatchEvent.Type.ADDED, role("team-a", "reader", rule("get", "core", "pods")));

            assertThat(mayRead(authorizer)).isTrue();
        }

        @Test
        void a_fork_never_sees_the_changes_of_the_other() {
            RbacAuthorizer fork = authorizer.fork();
            commit(WatchEvent.Type.ADDED, role("team-a", "reader", rule("get", "core", "pods")));

            assertThat(mayRead(authorizer)).isTrue();
            assertThat(mayRead(fork)).isFalse();
        }

        @Test
        void a_changed_binding_forgets_its_old_subjects() {
            commit(WatchEvent.Type.ADDED, role("team-a", "reader", rule("get", "core", "pods")));
            commit(WatchEvent.Type.MODIFIED, roleBinding("team-a", "b", "Role", "reader", "User joe"));

            assertThat(mayRead(authorizer)).isFalse();
        }
    }

    @Nested
    class The_explanation {

        private final Decision refused = decide(
                policy(
                        EDIT,
                        roleBinding("team-a", "edit", "ClusterRole", "edit", "ServiceAccount flux"),
                        roleBinding("team-b", "lost", "Role", "gone", "ServiceAccount team-a/flux"),
                        clusterRoleBinding("base", "edit", "Group system:authenticated")),
                FLUX,
                "delete",
                "deployments.apps",
                "team-b");

        @Test
        void says_what_is_missing() {
            assertThat(refused.explanation().because())
                    .isEqualTo("system:serviceaccount:team-a:flux holds no rule for [delete] on deployments.apps"
                            + " in namespace team-b");
        }

        @Test
        void lists_the_bindings_of_the_user_and_why_each_does_not_allow() {
            assertThat(refused.explanation().considered())
                    .containsExactly(
                            "bindings considered: 2, and 1 that holds elsewhere",
                            "ClusterRoleBinding base of ClusterRole edit to Group \"system:authenticated\":"
                                    + " [get patch] on deployments.apps lacks the verb delete",
                            "RoleBinding team-b/lost of Role gone to ServiceAccount \"flux/team-a\":"
                                    + " the Role gone does not exist",
                            "RoleBinding team-a/edit of ClusterRole edit to ServiceAccount \"flux/team-a\":"
                                    + " holds in namespace team-a only");
        }

        @Test
        void proposes_the_smallest_grant() {
            assertThat(refused.explanation().toAllow())
                    .containsExactly(
                            "create the Role gone that RoleBinding team-b/lost names",
                            "a Role in namespace team-b with verbs [delete] on deployments.apps,"
                                    + " bound there to system:serviceaccount:team-a:flux");
        }

        @Test
        void warns_of_a_grant_that_leaves_the_namespace() {
            assertThat(decide(RbacPolicy.EMPTY, FLUX, "create", "clusterroles.rbac.authorization.k8s.io", "")
                            .explanation()
                            .toAllow())
                    .containsExactly("a ClusterRole with verbs [create] on clusterroles.rbac.authorization.k8s.io,"
                            + " bound cluster-wide to system:serviceaccount:team-a:flux:"
                            + " this would let the tenant leave its namespace team-a");
        }

        @Test
        void of_an_allowed_request_names_the_binding_and_the_rule() {
            RbacPolicy policy = policy(EDIT, clusterRoleBinding("x", "edit", "User jane"));

            assertThat(decide(policy, user("jane"), "get", "deployments.apps", "a")
                            .explanation()
                            .because())
                    .isEqualTo("ClusterRoleBinding x of ClusterRole edit grants [get patch] on deployments.apps");
        }
    }
}
