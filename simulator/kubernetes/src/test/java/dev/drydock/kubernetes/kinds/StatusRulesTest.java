package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");
    private static final String POD = "{'selector': {'matchLabels': {'a': 'b'}}, 'template': {'metadata': {'labels':"
            + " {'a': 'b'}}, 'spec': {'containers': [{'name': 'c', 'image': 'i'}]}}}";
    private static final String BALANCED = "{'type': 'LoadBalancer', 'ports': [{'port': 80}]}";

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private static MapNode object(String apiVersion, String kind, String spec) {
        return MapNode.of("apiVersion", apiVersion, "kind", kind)
                .with("metadata", MapNode.of("name", "web", "namespace", "team-a"))
                .with("spec", json(spec));
    }

    private static ApiResponse patched(MapNode object, String status) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        admin.create(json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}"), OPTIONS);
        assertThat(admin.create(object, OPTIONS).isSuccess()).isTrue();
        return admin.patch(
                GroupVersionKind.of(object),
                NamespacedName.of(object),
                "status",
                PatchType.MERGE,
                MapNode.of("status", json(status)),
                OPTIONS);
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "apps/v1|Deployment|{'replicas': 1, 'readyReplicas': 2}|status.readyReplicas: Invalid value: 2: cannot be"
                        + " greater than status.replicas",
                "apps/v1|Deployment|{'replicas': 2, 'availableReplicas': 1}|status.availableReplicas: Invalid value: 1:"
                        + " cannot be greater than readyReplicas",
                "apps/v1|StatefulSet|{'replicas': 2, 'availableReplicas': 1}|status.availableReplicas: Invalid value: 1:"
                        + " cannot be greater than status.readyReplicas",
                "apps/v1|ReplicaSet|{'observedGeneration': -1}|status.observedGeneration: Invalid value: -1: must be greater than or equal"
                        + " to 0",
                "apps/v1|DaemonSet|{'numberReady': -1}|status.numberReady: Invalid value: -1: must be greater than or"
                        + " equal to 0"
            })
    void counts_of_replicas_fit_together(String apiVersion, String kind, String status, String wrong) {
        ApiResponse response = patched(object(apiVersion, kind, POD), status);

        assertThat(response.message()).isEqualTo(kind + ".apps \"web\" is invalid: " + wrong);
    }

    @Test
    void the_address_of_a_load_balancer_is_a_virtual_one_unless_it_says_otherwise() {
        ApiResponse response =
                patched(object("v1", "Service", BALANCED), "{'loadBalancer': {'ingress': [{'ip': '192.0.2.1'}]}}");

        assertThat(response.object()
                        .findList("status", "loadBalancer", "ingress")
                        .items())
                .containsExactly(MapNode.of("ip", "192.0.2.1", "ipMode", "VIP"));
    }

    @Test
    void the_name_of_a_load_balancer_is_no_address() {
        ApiResponse response = patched(
                object("v1", "Service", BALANCED), "{'loadBalancer': {'ingress': [{'hostname': '192.0.2.1'}]}}");

        assertThat(response.message())
                .isEqualTo("Service \"web\" is invalid: status.loadBalancer.ingress[0].hostname: Invalid value:"
                        + " \"192.0.2.1\": must be a DNS name, not an IP address");
    }
}
