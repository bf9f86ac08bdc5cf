package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllerManagerTest {

    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}";

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: web:1}], restartPolicy: Always}
            """;

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once, namespace: team-a}
            spec:
              backoffLimit: 0
              template: {spec: {containers: [{name: once, image: once:1}], restartPolicy: Never}}
            """;

    private static Cluster cluster(WorkloadBehaviour... behaviours) {
        Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withWorkloads(List.of(behaviours)));
        apply(cluster, NAMESPACE);
        cluster.kernel().advance(Duration.ofSeconds(1));
        return cluster;
    }

    private static void apply(Cluster cluster, String manifest) {
        Node object = YamlReader.read(manifest, "test.yaml", YamlMode.KUBERNETES);
        ApiResponse response = cluster.as(UserInfo.admin()).apply((MapNode) object, WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
    }

    private static MapNode get(Cluster cluster, GroupVersionKind kind, String name) {
        return cluster.as(UserInfo.admin())
                .get(kind, new NamespacedName("team-a", name))
                .object();
    }

    @Test
    void a_deployment_becomes_available() {
        Cluster cluster = cluster();
        apply(cluster, DEPLOYMENT);

        cluster.kernel().advance(Duration.ofSeconds(30));

        MapNode live = get(cluster, Kinds.DEPLOYMENT, "web");
        assertThat(live.findLong("status", "availableReplicas")).isEqualTo(2);
        assertThat(live.findString("metadata", "annotations", "deployment.kubernetes.io/revision"))
                .isEqualTo("1");
    }

    @Test
    void a_deployment_that_is_never_ready_exceeds_its_deadline() {
        Cluster cluster =
                cluster(new WorkloadBehaviour("Deployment", "team-a", "web", Outcome.NEVER_READY, Duration.ZERO));
        apply(cluster, DEPLOYMENT);

        cluster.kernel().advance(Duration.ofMinutes(11));

        assertThat(get(cluster, Kinds.DEPLOYMENT, "web")
                        .findList("status", "conditions")
                        .toString())
                .contains("ProgressDeadlineExceeded");
    }

    @Test
    void a_job_fails_as_described() {
        Cluster cluster = cluster(new WorkloadBehaviour("Job", "team-a", "once", Outcome.FAILS, Duration.ZERO));
        apply(cluster, JOB);

        cluster.kernel().advance(Duration.ofSeconds(30));

        assertThat(get(cluster, Kinds.JOB, "once").findLong("status", "failed")).isEqualTo(1);
    }

    @Test
    void a_job_completes() {
        Cluster cluster = cluster();
        apply(cluster, JOB);

        cluster.kernel().advance(Duration.ofSeconds(30));

        assertThat(get(cluster, Kinds.JOB, "once").findLong("status", "succeeded"))
                .isEqualTo(1);
    }

    @Test
    void a_deleted_namespace_is_emptied_and_goes() {
        Cluster cluster = cluster();
        apply(cluster, DEPLOYMENT);
        cluster.kernel().advance(Duration.ofSeconds(30));

        cluster.as(UserInfo.admin()).delete(Kinds.NAMESPACE, new NamespacedName("", "team-a"), MapNode.EMPTY);
        cluster.kernel().advance(Duration.ofSeconds(30));

        assertThat(cluster.as(UserInfo.admin())
                        .get(Kinds.NAMESPACE, new NamespacedName("", "team-a"))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void what_a_deleted_deployment_owned_is_collected() {
        Cluster cluster = cluster();
        apply(cluster, DEPLOYMENT);
        cluster.kernel().advance(Duration.ofSeconds(30));

        cluster.as(UserInfo.admin()).delete(Kinds.DEPLOYMENT, new NamespacedName("team-a", "web"), MapNode.EMPTY);
        cluster.kernel().advance(Duration.ofSeconds(30));

        assertThat(cluster.as(UserInfo.admin())
                        .list(Kinds.POD, "team-a", "")
                        .object()
                        .findList("items"))
                .isEmpty();
    }

    @Test
    void a_budget_counts_the_pods_of_its_selector() {
        Cluster cluster = cluster();
        apply(cluster, DEPLOYMENT);
        apply(
                cluster,
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: web, namespace: team-a},"
                        + " spec: {minAvailable: 50%, selector: {matchLabels: {app: web}}}}");

        cluster.kernel().advance(Duration.ofSeconds(30));

        MapNode status = get(cluster, Kinds.BUDGET, "web").findMap("status");
        assertThat(status.findLong("expectedPods")).isEqualTo(2);
        assertThat(status.findLong("desiredHealthy")).isEqualTo(1);
        assertThat(status.findLong("disruptionsAllowed")).isEqualTo(1);
    }

    @Test
    void a_job_with_a_time_to_live_goes_with_its_pods_after_it_has_ended() {
        Cluster cluster =
                cluster(new WorkloadBehaviour("Job", "team-a", "once", Outcome.READY, Duration.ofSeconds(60)));
        apply(cluster, JOB.replace("backoffLimit: 0", "ttlSecondsAfterFinished: 30"));
        cluster.kernel().advance(Duration.ofSeconds(80));
        assertThat(JobLoop.isFinished(get(cluster, Kinds.JOB, "once"))).isTrue();

        cluster.kernel().advance(Duration.ofSeconds(20));

        assertThat(get(cluster, Kinds.JOB, "once").findText("reason")).isEqualTo("NotFound");
        assertThat(cluster.as(UserInfo.admin())
                        .list(Kinds.POD, "team-a", "")
                        .object()
                        .findList("items"))
                .isEmpty();
    }

    @Test
    void a_job_without_a_time_to_live_stays() {
        Cluster cluster = cluster();
        apply(cluster, JOB);

        cluster.kernel().advance(Duration.ofDays(1));

        assertThat(JobLoop.isFinished(get(cluster, Kinds.JOB, "once"))).isTrue();
    }
}
