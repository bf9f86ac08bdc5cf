package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyOrderTest {

    private static final MapNode NAMESPACE = Trees.object("v1", "Namespace", "", "apps");
    private static final MapNode CRD =
            Trees.object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "widgets.example.com");
    private static final MapNode STORAGE_CLASS = Trees.object("storage.k8s.io/v1", "StorageClass", "", "fast");
    private static final MapNode CLUSTER_ROLE = Trees.object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "r");
    private static final MapNode CONFIG_MAP = Trees.object("v1", "ConfigMap", "apps", "c");
    private static final MapNode DEPLOYMENT = Trees.object("apps/v1", "Deployment", "apps", "web");
    private static final MapNode WIDGET = Trees.object("example.com/v1", "Widget", "apps", "w");
    private static final MapNode WEBHOOK =
            Trees.object("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "", "h");

    @Test
    void definitions_come_first_then_classes_then_the_rest() {
        ApplyStages stages = ApplyStages.of(
                List.of(DEPLOYMENT, STORAGE_CLASS, CONFIG_MAP, NAMESPACE, CLUSTER_ROLE, CRD), KindSet.parse(""));

        assertThat(stages.definitions()).containsExactlyInAnyOrder(NAMESPACE, CLUSTER_ROLE, CRD);
        assertThat(stages.classes()).containsExactly(STORAGE_CLASS);
        assertThat(stages.custom()).isEmpty();
        assertThat(stages.rest()).containsExactlyInAnyOrder(DEPLOYMENT, CONFIG_MAP);
    }

    @Test
    void chosen_kinds_have_a_stage_of_their_own() {
        ApplyStages stages = ApplyStages.of(List.of(DEPLOYMENT, WIDGET), KindSet.parse("example.com/Widget"));

        assertThat(stages.custom()).containsExactly(WIDGET);
        assertThat(stages.rest()).containsExactly(DEPLOYMENT);
    }

    @Test
    void objects_are_applied_in_the_order_of_their_kinds_and_deleted_the_other_way() {
        List<MapNode> mixed = List.of(WEBHOOK, WIDGET, DEPLOYMENT, CONFIG_MAP, NAMESPACE, CRD);

        assertThat(ReconcileOrder.apply(mixed))
                .containsExactly(CRD, NAMESPACE, CONFIG_MAP, DEPLOYMENT, WIDGET, WEBHOOK);
        assertThat(ReconcileOrder.delete(mixed))
                .containsExactly(WEBHOOK, WIDGET, DEPLOYMENT, CONFIG_MAP, NAMESPACE, CRD);
    }
}
