package dev.drydock.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kustomize.Samples;
import dev.drydock.kustomize.Trees;
import org.junit.jupiter.api.Test;

/** Images in place, replicas and values. */
class FieldTransformersTest {

    @Test
    void changes_images_in_containers_of_any_kind() {
        String object =
                "apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: f}\nspec: {x: {containers: [{image: nginx}]}}\n";
        assertThat(Trees.build("images: [{name: nginx, newTag: '2'}]", object)).contains("image: nginx:2");
    }

    @Test
    void applies_a_tag_suffix_twice_where_both_passes_meet() {
        assertThat(Trees.build("images: [{name: nginx, tagSuffix: -x}]", Samples.DEPLOYMENT))
                .contains("nginx:1.0-x-x");
    }

    @Test
    void sets_replicas() {
        assertThat(Trees.build("replicas: [{name: web, count: 7}]", Samples.DEPLOYMENT))
                .contains("replicas: 7");
    }

    @Test
    void says_which_kinds_have_replicas() {
        assertThatThrownBy(() -> Trees.build("replicas: [{name: other, count: 7}]", Samples.DEPLOYMENT))
                .hasMessage("resource with name other does not match a config with the following GVK"
                        + " [Deployment.[noVer].[noGrp] StatefulSet.[noVer].[noGrp] ReplicaSet.[noVer].[noGrp]"
                        + " ReplicationController.[noVer].[noGrp]]");
    }

    @Test
    void adds_a_value_to_a_path() {
        String built = Trees.build(
                "transformers: ['{apiVersion: builtin, kind: ValueAddTransformer, metadata: {name: t}, value: v,"
                        + " targets: [{fieldPath: data/a, filePathPosition: 1}]}']",
                Samples.CONFIG_MAP);
        assertThat(built).contains("a: v/b");
    }

    @Test
    void says_where_a_field_is_no_scalar() {
        assertThatThrownBy(() -> Trees.build(
                        "replicas: [{name: web, count: 7}]",
                        Samples.DEPLOYMENT.replace("replicas: 1", "replicas: [1]")))
                .hasMessageContaining("considering field 'spec/replicas' of object Deployment.v1.apps/web.[noNs]");
    }
}
