package dev.drydock.kustomize.nameref;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

class NameReferencesTest {

    @Test
    void follow_a_prefix() {
        String built = Trees.build("namePrefix: p-", Samples.CONFIG_MAP + "---\n" + Samples.DEPLOYMENT);
        assertThat(built).contains("configMapRef:\n            name: p-cm");
    }

    @Test
    void follow_a_hash() {
        String built = Trees.build("configMapGenerator: [{name: cm, literals: [a=b]}]", Samples.DEPLOYMENT);
        assertThat(built).contains("configMapRef:\n            name: cm-4h2mbtbbt6");
    }

    @Test
    void leave_names_of_other_namespaces_alone() {
        String objects =
                Samples.CONFIG_MAP.replace("name: cm", "name: cm\n  namespace: other") + "---\n" + Samples.DEPLOYMENT;
        assertThat(Trees.build("namePrefix: p-", objects)).contains("configMapRef:\n            name: cm");
    }

    @Test
    void give_subjects_their_new_namespace() {
        String objects = """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: sa}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: b}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
                subjects:
                - {kind: ServiceAccount, name: sa}
                - {kind: ServiceAccount, name: sa, namespace: elsewhere}
                """;
        assertThat(Trees.build("namespace: prod", objects))
                .contains("  name: sa\n  namespace: prod\n- kind: ServiceAccount\n  name: sa\n  namespace: elsewhere");
    }
}
