package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ReplicaSets as deployment-controller keeps them. */
class DeploymentLoopTest {

    private final Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withWorkloads(List.of()));

    @BeforeEach
    void make_a_namespace() {
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
    }

    private void apply(String manifest) {
        Node object = YamlReader.read(manifest, "test.yaml", YamlMode.KUBERNETES);
        ApiResponse response = cluster.as(UserInfo.admin()).apply((MapNode) object, WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
        cluster.kernel().advance(Duration.ofSeconds(10));
    }

    private void deployment(String image, String annotations, String spec) {
        apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: team-a, annotations: {"
                + annotations + "}}, spec: {" + spec + ", selector: {matchLabels: {app: web}}, template: {metadata:"
                + " {labels: {app: web}}, spec: {containers: [{name: web, image: '" + image + "'}]}}}}");
    }

    private List<Node> sets() {
        return cluster.as(UserInfo.admin())
                .list(Kinds.REPLICA_SET, "team-a", "")
                .object()
                .findList("items")
                .items();
    }

    private static String annotation(Node set, String name) {
        return set.findText("metadata", "annotations", "deployment.kubernetes.io/" + name);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "'strategy: {type: Recreate}', 10, 10",
        "'strategy: {type: RollingUpdate}', 10, 13",
        "'strategy: {rollingUpdate: {maxSurge: 4}}', 10, 14",
        "'strategy: {rollingUpdate: {maxSurge: 11%}}', 10, 12",
        "'strategy: {rollingUpdate: {maxSurge: 0}}', 3, 3",
    })
    void a_set_says_how_many_pods_there_may_be(String strategy, int replicas, String most) {
        deployment("web:1", "", strategy + ", replicas: " + replicas);

        assertThat(annotation(sets().get(0), "desired-replicas")).isEqualTo(Integer.toString(replicas));
        assertThat(annotation(sets().get(0), "max-replicas")).isEqualTo(most);
    }

    @Test
    void scaling_updates_both_numbers() {
        deployment("web:1", "", "replicas: 1");
        deployment("web:1", "", "replicas: 8");

        assertThat(annotation(sets().get(0), "desired-replicas")).isEqualTo("8");
        assertThat(annotation(sets().get(0), "max-replicas")).isEqualTo("10");
    }

    @Test
    void the_current_set_gets_the_annotations_of_its_deployment() {
        deployment("web:1", "", "replicas: 1");
        deployment("web:1", "team: a", "replicas: 1, minReadySeconds: 1");

        assertThat(sets().get(0).findText("metadata", "annotations", "team")).isEqualTo("a");
        assertThat(sets().get(0).findLong("spec", "minReadySeconds")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, '3,4'", "10, '1,2,3,4'"})
    void old_sets_go_beyond_the_limit_of_the_history(int limit, String left) {
        for (int i = 1; i <= 4; i++) {
            deployment("web:" + i, "", "replicas: 2, revisionHistoryLimit: " + limit);
        }

        assertThat(sets())
                .extracting(set -> annotation(set, "revision"))
                .containsExactlyInAnyOrder(left.split(",", -1));
    }
}
