package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.ListNode;
import org.junit.jupiter.api.Test;

class LabelKeysTest {

    private static final String SPREAD = "{'topologySpreadConstraints': [{'maxSkew': 1, 'topologyKey': 'zone',"
            + " 'whenUnsatisfiable': 'DoNotSchedule', 'labelSelector': {'matchLabels': {'app': 'web'}},"
            + " 'matchLabelKeys': ['pod-template-hash', 'absent']}]}";

    @Test
    void a_selector_asks_for_the_labels_of_the_pod_itself() {
        ListNode constraints = LabelKeys.merged(Pods.with("{'labels': {'pod-template-hash': 'abc'}}", SPREAD))
                .findList("spec", "topologySpreadConstraints");

        assertThat(constraints.get(0).find("labelSelector", "matchExpressions"))
                .isEqualTo(Pods.json("{'all': [{'key': 'pod-template-hash', 'operator': 'In', 'values': ['abc']}]}")
                        .get("all"));
    }

    @Test
    void a_pod_without_these_labels_stays_as_it_is() {
        assertThat(LabelKeys.merged(Pods.with(SPREAD))).isEqualTo(Pods.with(SPREAD));
    }
}
