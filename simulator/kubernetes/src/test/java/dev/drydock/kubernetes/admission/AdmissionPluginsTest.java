package dev.drydock.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdmissionPluginsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");

    private Cluster cluster = new Cluster(Seed.DEFAULT);

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private Client admin() {
        return cluster.as(UserInfo.admin());
    }

    private ApiResponse create(String object) {
        return admin().create(json(object), OPTIONS);
    }

    private ApiResponse pod(String name, String spec) {
        return create("{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '" + name
                + "', 'namespace': 'team-a'}, 'spec': " + spec + "}");
    }

    private static String container(String more) {
        return "{'containers': [{'name': 'c', 'image': 'x'" + more + "}]}";
    }

    private void settle() {
        cluster.kernel().advance(Duration.ofSeconds(5));
    }

    @BeforeEach
    void begin() {
        cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withWorkloads(List.of()));
        create("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}");
        settle();
    }

    @Test
    void a_pod_runs_as_an_account_with_its_token() {
        MapNode pod = pod("web", container("")).object();

        assertThat(pod.findString("spec", "serviceAccountName")).isEqualTo("default");
        assertThat(pod.findList("spec", "volumes").get(0).findString("name")).startsWith("kube-api-access-");
        assertThat(pod.findList("spec", "containers")
                        .get(0)
                        .findList("volumeMounts")
                        .get(0)
                        .findString("mountPath"))
                .isEqualTo("/var/run/secrets/kubernetes.io/serviceaccount");
    }

    @Test
    void a_pod_of_an_account_that_does_not_exist_is_refused() {
        assertThat(pod("web", "{'serviceAccountName': 'ghost', 'containers': [{'name': 'c', 'image': 'x'}]}")
                        .message())
                .isEqualTo("pods \"web\" is forbidden: error looking up service account team-a/ghost:"
                        + " serviceaccount \"ghost\" not found");
    }

    @Test
    void a_pod_tolerates_lost_nodes_for_five_minutes_and_has_a_priority() {
        MapNode pod = pod("web", container("")).object();

        assertThat(pod.findList("spec", "tolerations").stream().map(Node::toString))
                .containsExactly(
                        "{\"key\":\"node.kubernetes.io/not-ready\",\"operator\":\"Exists\",\"effect\":\"NoExecute\","
                                + "\"tolerationSeconds\":300}",
                        "{\"key\":\"node.kubernetes.io/unreachable\",\"operator\":\"Exists\",\"effect\":\"NoExecute\","
                                + "\"tolerationSeconds\":300}");
        assertThat(pod.findLong("spec", "priority")).isZero();
    }

    @Test
    void an_unknown_priority_class_is_refused() {
        assertThat(pod("web", "{'priorityClassName': 'gold', 'containers': [{'name': 'c', 'image': 'x'}]}")
                        .message())
                .isEqualTo("pods \"web\" is forbidden: no PriorityClass with name gold was found");
    }

    @Test
    void a_claim_is_protected_and_gets_the_default_class() {
        create("{'apiVersion': 'storage.k8s.io/v1', 'kind': 'StorageClass', 'metadata': {'name': 'fast', 'annotations':"
                + "{'storageclass.kubernetes.io/is-default-class': 'true'}}, 'provisioner': 'x'}");

        MapNode claim = create("{'apiVersion': 'v1', 'kind': 'PersistentVolumeClaim', 'metadata': {'name': 'd',"
                        + "'namespace': 'team-a'}, 'spec': {'accessModes': ['ReadWriteOnce'],"
                        + "'resources': {'requests': {'storage': '1Gi'}}}}")
                .object();

        assertThat(claim.findString("spec", "storageClassName")).isEqualTo("fast");
        assertThat(claim.findList("metadata", "finalizers").strings()).containsExactly("kubernetes.io/pvc-protection");
    }

    @Test
    void a_template_that_breaks_the_standard_is_warned_of_only() {
        admin().apply(
                        json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a', 'labels':"
                                + "{'pod-security.kubernetes.io/enforce': 'baseline'}}}"),
                        OPTIONS);

        ApiResponse deployment = create("{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'd',"
                + "'namespace': 'team-a'}, 'spec': {'selector': {'matchLabels': {'a': 'b'}}, 'template': {'metadata':"
                + "{'labels': {'a': 'b'}}, 'spec': {'hostPID': true, 'containers': [{'name': 'c', 'image': 'x'}]}}}}");

        assertThat(deployment.code()).isEqualTo(201);
        assertThat(deployment.warnings())
                .containsExactly("would violate PodSecurity \"baseline:latest\": host namespaces (hostPID=true)");
        assertThat(pod("web", "{'hostPID': true, 'containers': [{'name': 'c', 'image': 'x'}]}")
                        .message())
                .isEqualTo("pods \"web\" is forbidden: violates PodSecurity \"baseline:latest\":"
                        + " host namespaces (hostPID=true)");
    }

    @Nested
    class With_a_quota_of_one_pod {

        @BeforeEach
        void limit() {
            create("{'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {'name': 'q', 'namespace': 'team-a'},"
                    + "'spec': {'hard': {'pods': '1'}}}");
            settle();
        }

        private String used() {
            return String.valueOf(
                    admin().get(new GroupVersionKind("", "v1", "ResourceQuota"), new NamespacedName("team-a", "q"))
                            .object()
                            .findString("status", "used", "pods"));
        }

        @Test
        void the_second_pod_is_refused() {
            assertThat(pod("a", container("")).code()).isEqualTo(201);
            assertThat(used()).isEqualTo("1");
            assertThat(pod("b", container("")).message())
                    .isEqualTo("pods \"b\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=1,"
                            + " limited: pods=1");
        }

        @Test
        void a_dry_run_is_not_charged() {
            admin().create(
                            json("{'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'a', 'namespace': 'team-a'},"
                                    + "'spec': " + container("") + "}"),
                            OPTIONS.withDryRun());

            assertThat(used()).isEqualTo("0");
        }

        @Test
        void what_is_deleted_is_given_back() {
            pod("a", container(""));
            admin().delete(
                            new GroupVersionKind("", "v1", "Pod"),
                            new NamespacedName("team-a", "a"),
                            MapNode.of("gracePeriodSeconds", 0));
            settle();

            assertThat(used()).isEqualTo("0");
        }
    }
}
