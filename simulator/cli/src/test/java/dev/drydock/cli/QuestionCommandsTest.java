package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuestionCommandsTest extends CommandLineFixture {

    @Test
    void explains_an_object() throws IOException {
        String withData = HOLDS.replaceFirst("namespace: default\\}\\}", "namespace: default}, data: {k: v}}");
        Path file = write("a.scenario.yaml", withData.replace("NAME", "a"));
        assertThat(run("explain", file, "ConfigMap/default/a")).isZero();
        assertThat(out.toString()).contains("outcome   Accepted").contains("drydock (Apply)");
    }

    /** Ann may write Kustomizations in default; there the account deployer may write ConfigMaps. */
    private Path access() throws IOException {
        write("access.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: deployer, namespace: default}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: team, namespace: default}
                rules: [{apiGroups: [kustomize.toolkit.fluxcd.io], resources: [kustomizations], verbs: [create]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: team, namespace: default}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: team}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: team}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: deployer, namespace: default}
                rules: [{apiGroups: [""], resources: [configmaps], verbs: [patch]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: deployer, namespace: default}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
                subjects: [{kind: ServiceAccount, name: deployer, namespace: default}]
                """);
        return write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: access}
                spec:
                  steps:
                    - name: The platform team onboards a team
                      do: [{apply: {file: access.yaml}}]
                """);
    }

    @Test
    void says_who_may_do_what_and_why() throws IOException {
        String account = "system:serviceaccount:default:deployer";
        assertThat(run("can-i", "--as", account, "patch", "configmaps", "--namespace", "default", access()))
                .isZero();
        assertThat(out.toString())
                .startsWith("yes\n")
                .contains("because   RoleBinding default/deployer of Role deployer grants [patch] on configmaps");
    }

    @Test
    void says_who_may_not_and_what_would_allow_it() throws IOException {
        assertThat(run("can-i", "--as", "ann", "patch", "configmaps", "--namespace", "default", access()))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("no\n")
                .contains("to allow  a Role in namespace default with verbs [patch] on configmaps");
    }

    @Test
    void tells_what_a_user_can_change_and_through_what() throws IOException {
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", access()))
                .isZero();
        assertThat(out.toString())
                .contains("ann can create kustomizations.kustomize.toolkit.fluxcd.io in default (directly)")
                .contains("system:serviceaccount:default:deployer can patch configmaps in default "
                        + "(through a Kustomization in default as deployer)");
    }

    @Test
    void exits_1_when_a_user_can_change_more_than_some_namespaces() throws IOException {
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", "--within", "default", access()))
                .isZero();
        assertThat(out.toString()).isEqualTo("ann can change nothing outside default\n");
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", "--within", "other", access()))
                .isEqualTo(1);
    }
}
