package dev.drydock.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NamespaceTransformerTest {

    private static final String BINDING = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata:
              name: b
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
            subjects:
            - {kind: ServiceAccount, name: default}
            - {kind: ServiceAccount, name: other}
            """;

    @Test
    void sets_the_namespace() {
        assertThat(Trees.build("namespace: prod", Samples.CONFIG_MAP)).contains("namespace: prod");
    }

    @Test
    void leaves_cluster_scoped_objects_alone() {
        String role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: []\n";
        assertThat(Trees.build("namespace: prod", role)).doesNotContain("prod");
    }

    @Test
    void renames_namespace_objects() {
        String object = "apiVersion: v1\nkind: Namespace\nmetadata: {name: dev}\n";
        assertThat(Trees.build("namespace: prod", object)).contains("name: prod");
    }

    @Test
    void refuses_objects_that_become_one() {
        String two = Samples.CONFIG_MAP + "---\n" + Samples.CONFIG_MAP.replace("name: cm", "name: cm\n  namespace: x");
        assertThatThrownBy(() -> Trees.build("namespace: prod", two))
                .hasMessageStartingWith("namespace transformation produces ID conflict: [{");
    }

    @Nested
    class subjects_of_role_bindings {

        @Test
        void follow_when_they_are_named_default() {
            assertThat(Trees.build("namespace: prod", BINDING))
                    .contains("  name: default\n  namespace: prod\n- kind: ServiceAccount\n  name: other\n");
        }

        @Test
        void all_follow_when_a_transformer_says_so() {
            String built = Trees.build(
                    "transformers: ['{apiVersion: builtin, kind: NamespaceTransformer, metadata: {name: t, namespace: prod},"
                            + " setRoleBindingSubjects: allServiceAccounts}']",
                    BINDING);
            assertThat(built).contains("  name: other\n  namespace: prod\n");
        }
    }
}
