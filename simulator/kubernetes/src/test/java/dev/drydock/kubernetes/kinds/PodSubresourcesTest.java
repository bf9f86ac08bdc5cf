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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSubresourcesTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");
    private static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");
    private static final NamespacedName WEB = new NamespacedName("default", "web");

    private final Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private void create(String spec) {
        assertThat(admin.create(
                                json("{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'web',"
                                        + " 'namespace': 'default'}, 'spec': " + spec + "}"),
                                OPTIONS)
                        .isSuccess())
                .isTrue();
    }

    private ApiResponse bind(String binding) {
        return admin.create(POD, WEB, "binding", json(binding), OPTIONS);
    }

    private ApiResponse patch(String subresource, String spec) {
        return admin.patch(POD, WEB, subresource, PatchType.STRATEGIC, json("{'spec': " + spec + "}"), OPTIONS);
    }

    @Test
    void a_binding_gives_a_pod_its_node_and_nobody_owns_it() {
        create("{'containers': [{'name': 'app', 'image': 'nginx'}]}");

        ApiResponse bound = bind("{'metadata': {'name': 'web'}, 'target': {'kind': 'Node', 'name': 'node-1'}}");

        MapNode pod = admin.get(POD, WEB).object();
        assertThat(bound.code()).isEqualTo(201);
        assertThat(pod.findText("spec", "nodeName")).isEqualTo("node-1");
        assertThat(pod.findLong("metadata", "generation")).isEqualTo(1);
        assertThat(pod.findList("metadata", "managedFields").toString()).doesNotContain("nodeName");
        assertThat(bind("{'metadata': {'name': 'web'}, 'target': {'name': 'node-2'}}")
                        .message())
                .isEqualTo("Operation cannot be fulfilled on pods/binding \"web\":"
                        + " pod web is already assigned to node \"node-1\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'metadata': {'name': 'other'}, 'target': {'name': 'n'}}                | name in URL does not match name in Binding object
            {'metadata': {'name': 'web'}, 'target': {'kind': 'Pod', 'name': 'n'}}   | target.kind: Unsupported value: "Pod": supported values: "Node", "<empty>"
            {'metadata': {'name': 'web'}, 'target': {'kind': 'Node'}}               | target.name: Required value
            {'metadata': {'name': 'web'}, 'target': {'name': 'n'}}                  | Operation cannot be fulfilled on pods/binding "web": pod web has non-empty .spec.schedulingGates
            """)
    void a_wrong_binding_is_refused(String binding, String message) {
        create("{'schedulingGates': [{'name': 'a.b/c'}], 'containers': [{'name': 'app', 'image': 'nginx'}]}");

        assertThat(bind(binding).message()).isEqualTo(message);
    }

    @Test
    void ephemeral_containers_are_added_and_stay() {
        create("{'containers': [{'name': 'app', 'image': 'nginx'}]}");

        ApiResponse added = patch("ephemeralcontainers", "{'ephemeralContainers': [{'name': 'debug', 'image': 'a'}]}");

        assertThat(added.object().findList("spec", "ephemeralContainers").size())
                .isEqualTo(1);
        assertThat(added.object().findLong("metadata", "generation")).isEqualTo(2);
        assertThat(patch("ephemeralcontainers", "{'ephemeralContainers': [{'name': 'debug', '$patch': 'delete'}]}")
                        .message())
                .isEqualTo("Pod \"web\" is invalid: spec.ephemeralContainers: Forbidden:"
                        + " existing ephemeral containers \"debug\" may not be removed\n");
        assertThat(patch("ephemeralcontainers", "{'ephemeralContainers': [{'name': 'debug', 'image': 'b'}]}")
                        .message())
                .startsWith("Pod \"web\" is invalid: spec.ephemeralContainers: Forbidden:"
                        + " existing ephemeral containers \"debug\" may not be changed\n@@ -1,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'name': 'app', 'resources': {'requests': {'cpu': '200m'}}}             |
            {'name': 'app', 'image': 'other'}                                       |
            {'name': 'app', 'resources': {'requests': {'cpu': null}, 'limits': {'memory': '1Gi'}}} | Pod "web" is invalid: spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed
            {'name': 'app', 'resources': {'requests': {'ephemeral-storage': '1Gi'}}} | Pod "web" is invalid: spec: Forbidden: only cpu and memory resources are mutable
            {'name': 'app', 'resources': {'limits': {'cpu': '100m', 'memory': '1Gi'}, 'requests': {'memory': '1Gi'}}} | Pod "web" is invalid: spec: Invalid value: "Burstable": Pod QOS Class may not change as a result of resizing
            """)
    void a_resize_changes_nothing_but_resources(String container, @Nullable String message) {
        create("{'containers': [{'name': 'app', 'image': 'nginx', 'resources': {'requests': {'cpu': '100m'}}}]}");

        ApiResponse resized = patch("resize", "{'containers': [" + container + "]}");

        assertThat(resized.message() == null ? "" : resized.message()).isEqualTo(message == null ? "" : message);
        assertThat(admin.get(POD, WEB).object().toString()).contains("nginx").doesNotContain("other");
    }
}
