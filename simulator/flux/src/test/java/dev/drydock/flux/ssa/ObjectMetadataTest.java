package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectMetadataTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "v1, ConfigMap, apps, settings, apps_settings__ConfigMap, ConfigMap/apps/settings",
        "v1, Namespace, '', apps, _apps__Namespace, Namespace/apps",
        "apps/v1, Deployment, apps, web, apps_web_apps_Deployment, Deployment/apps/web",
        "rbac.authorization.k8s.io/v1, ClusterRole, '', a:b, "
                + "_a__b_rbac.authorization.k8s.io_ClusterRole, ClusterRole/a:b"
    })
    void an_id_is_written_and_read_back(
            String apiVersion, String kind, String namespace, String name, String id, String subject) {
        ObjectMetadata metadata = ObjectMetadata.of(Trees.object(apiVersion, kind, namespace, "'" + name + "'"));

        assertThat(metadata.id()).isEqualTo(id);
        assertThat(metadata.subject()).isEqualTo(subject);
        assertThat(ObjectMetadata.parse(id)).isEqualTo(metadata);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broken", "broken-too"})
    void anything_else_is_refused(String id) {
        assertThatThrownBy(() -> ObjectMetadata.parse(id))
                .isInstanceOf(InvalidInventoryException.class)
                .hasMessage("unable to parse stored object metadata: " + id);
    }

    @Test
    void the_inventory_tells_what_is_stale() {
        Inventory older = Inventory.of(Trees.map("""
                entries:
                - {id: apps_a__ConfigMap, v: v1}
                - {id: apps_w_apps_Deployment, v: v1}
                """));
        Inventory newer = Inventory.of(Trees.map("{entries: [{id: apps_a__ConfigMap, v: v1}]}"));

        assertThat(older.staleIn(newer)).singleElement().satisfies(object -> {
            assertThat(ObjectFields.apiVersion(object)).isEqualTo("apps/v1");
            assertThat(ObjectMetadata.of(object).subject()).isEqualTo("Deployment/apps/w");
        });
    }
}
