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

    @Test
    void explains_an_object_as_it_was_after_a_step() throws IOException {
        Path file = write("a.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: a}
                spec:
                  repositories: [{url: https://git.example.com/apps, directory: apps}]
                  steps:
                    - name: A source without branch
                      do:
                        - apply:
                            resource:
                              apiVersion: source.toolkit.fluxcd.io/v1
                              kind: GitRepository
                              metadata: {name: a, namespace: default}
                              spec: {url: "https://git.example.com/apps", interval: 1m, ref: {branch: none}}
                        - settle: {}
                    - name: It is healed
                      as: {user: ann, groups: ["system:masters"]}
                      do:
                        - patch: {target: GitRepository/default/a, type: merge, patch: {spec: {ref: {branch: main}}}}
                        - settle: {}
                """);
        java.nio.file.Files.createDirectories(folder.resolve("apps"));
        write("apps/a.yaml", "a: b");
        assertThat(run("explain", file, "GitRepository/default/a")).isZero();
        assertThat(out.toString()).contains("outcome   Accepted", "(step \"It is healed\" as ann)");
        out.getBuffer().setLength(0);
        assertThat(run("explain", file, "GitRepository/default/a", "--after", "1"))
                .isZero();
        assertThat(out.toString())
                .contains("outcome   Stuck", "(step \"A source without branch\" as the administrator)")
                .doesNotContain("healed");
        out.getBuffer().setLength(0);
        assertThat(run("explain", file, "GitRepository/default/a", "--after", "healed"))
                .isZero();
        assertThat(out.toString()).contains("outcome   Accepted");
        assertThat(run("explain", file, "GitRepository/default/a", "--after", "9"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--after 9: no step has that number or name; steps: A source without branch, It");
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
