package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs as job-controller leads them. */
class JobLoopTest {

    private Cluster cluster = new Cluster(Seed.DEFAULT);

    private void start(Outcome outcome) {
        WorkloadBehaviour behaviour = new WorkloadBehaviour("Job", "team-a", "once", outcome, Duration.ZERO);
        cluster.install(ControllerManager.withWorkloads(List.of(behaviour)));
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
        after(1);
    }

    private void apply(String manifest) {
        Node object = YamlReader.read(manifest, "test.yaml", YamlMode.KUBERNETES);
        ApiResponse response = cluster.as(UserInfo.admin()).apply((MapNode) object, WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
    }

    private void job(String spec) {
        apply("{apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: team-a}, spec: {" + spec
                + ", template: {spec: {restartPolicy: Never, containers: [{name: once, image: once:1}]}}}}");
    }

    private void after(long seconds) {
        cluster.kernel().advance(Duration.ofSeconds(seconds));
    }

    private MapNode live() {
        return cluster.as(UserInfo.admin())
                .get(Kinds.JOB, new NamespacedName("team-a", "once"))
                .object();
    }

    private List<Node> pods() {
        return cluster.as(UserInfo.admin())
                .list(Kinds.POD, "team-a", "")
                .object()
                .findList("items")
                .items();
    }

    private List<String> conditions() {
        return live().findList("status", "conditions").stream()
                .map(c -> c.findText("type") + "=" + c.findText("status") + ":" + c.findText("reason"))
                .toList();
    }

    private String message() {
        List<Node> conditions = live().findList("status", "conditions").items();
        return conditions.get(conditions.size() - 1).findText("message");
    }

    @ParameterizedTest(name = "after {0} s {1} Pods have failed")
    @CsvSource({"5, 1", "9, 1", "12, 2", "29, 2", "32, 3", "69, 3", "71, 4"})
    void failed_pods_are_replaced_with_growing_delays(long seconds, long failed) {
        start(Outcome.FAILS);
        job("backoffLimit: 6");

        after(seconds);

        assertThat(live().findLong("status", "failed")).isEqualTo(failed);
        assertThat(conditions()).isEmpty();
    }

    @Test
    void more_failures_than_the_limit_end_a_job() {
        start(Outcome.FAILS);
        job("backoffLimit: 1");

        after(15);

        assertThat(conditions())
                .containsExactly("FailureTarget=True:BackoffLimitExceeded", "Failed=True:BackoffLimitExceeded");
        assertThat(live().findLong("status", "failed")).isEqualTo(2);
    }

    @Test
    void a_pod_is_kept_until_it_is_counted() {
        start(Outcome.NEVER_READY);
        job("backoffLimit: 0");
        after(1);

        assertThat(pods())
                .singleElement()
                .satisfies(
                        pod -> assertThat(pod.findList("metadata", "finalizers").strings())
                                .containsExactly("batch.kubernetes.io/job-tracking"));
    }

    @Test
    void a_job_that_completes_lets_go_of_its_pods() {
        start(Outcome.READY);
        job("completions: 3, parallelism: 2");
        after(5);

        assertThat(conditions())
                .containsExactly("SuccessCriteriaMet=True:CompletionsReached", "Complete=True:CompletionsReached");
        assertThat(live().findLong("status", "succeeded")).isEqualTo(3);
        assertThat(live().find("status", "uncountedTerminatedPods")).isEqualTo(MapNode.EMPTY);
        assertThat(pods())
                .hasSize(3)
                .allSatisfy(
                        pod -> assertThat(pod.find("metadata", "finalizers")).isNull());
    }

    @Test
    void a_job_without_completions_is_complete_with_its_first_success() {
        start(Outcome.READY);
        job("parallelism: 2");
        after(5);

        assertThat(conditions()).contains("Complete=True:CompletionsReached");
        assertThat(live().findLong("status", "succeeded")).isEqualTo(2);
    }

    @Test
    void a_job_ends_at_its_deadline() {
        start(Outcome.NEVER_READY);
        job("activeDeadlineSeconds: 60");
        after(59);
        assertThat(conditions()).isEmpty();

        after(5);

        assertThat(conditions()).containsExactly("FailureTarget=True:DeadlineExceeded", "Failed=True:DeadlineExceeded");
        assertThat(message()).isEqualTo("Job was active longer than specified deadline");
        assertThat(live().findLong("status", "failed")).isEqualTo(1);
        assertThat(pods()).isEmpty();
    }

    @Test
    void a_job_of_another_controller_is_left_alone() {
        start(Outcome.READY);
        job("managedBy: example.com/other");
        after(5);

        assertThat(pods()).isEmpty();
        assertThat(live().findMap("status").isEmpty()).isTrue();
    }

    @Nested
    class Suspended {

        @Test
        void a_running_job_loses_its_pods_and_its_start() {
            start(Outcome.NEVER_READY);
            job("suspend: false, activeDeadlineSeconds: 60");
            after(30);

            job("suspend: true, activeDeadlineSeconds: 60");
            after(40);

            assertThat(pods()).isEmpty();
            assertThat(conditions()).containsExactly("Suspended=True:JobSuspended");
            assertThat(live().find("status", "startTime")).isNull();
            assertThat(live().find("status", "active")).isNull();
            assertThat(live().find("status", "failed")).isNull();
        }

        @Test
        void a_resumed_job_says_so_and_starts_anew() {
            start(Outcome.NEVER_READY);
            job("suspend: true, activeDeadlineSeconds: 60");
            after(100);

            job("suspend: false, activeDeadlineSeconds: 60");
            after(50);
            assertThat(conditions()).containsExactly("Suspended=False:JobResumed");
            assertThat(live().findText("status", "startTime")).isEqualTo("2026-01-01T00:01:41Z");

            after(20);
            assertThat(conditions())
                    .containsExactly(
                            "Suspended=False:JobResumed",
                            "FailureTarget=True:DeadlineExceeded",
                            "Failed=True:DeadlineExceeded");
        }
    }

    @Nested
    class Indexed {

        @Test
        void every_pod_knows_its_index() {
            start(Outcome.READY);
            job("completionMode: Indexed, completions: 4, parallelism: 4");
            after(5);

            assertThat(pods()).hasSize(4);
            Node first = pods().get(0);
            assertThat(first.findText("metadata", "name")).matches("once-0-[a-z0-9]{5}");
            assertThat(first.findText("metadata", "labels", "batch.kubernetes.io/job-completion-index"))
                    .isEqualTo("0");
            assertThat(first.findText("metadata", "annotations", "batch.kubernetes.io/job-completion-index"))
                    .isEqualTo("0");
            assertThat(first.findText("spec", "hostname")).isEqualTo("once-0");
            assertThat(first.find("spec", "containers")).asString().contains("JOB_COMPLETION_INDEX");
            assertThat(live().findText("status", "completedIndexes")).isEqualTo("0-3");
            assertThat(live().find("status", "failedIndexes")).isNull();
        }

        @Test
        void indexes_without_another_try_fail_the_job() {
            start(Outcome.FAILS);
            job("completionMode: Indexed, completions: 2, parallelism: 2, backoffLimitPerIndex: 0");
            after(5);

            assertThat(conditions()).containsExactly("FailureTarget=True:FailedIndexes", "Failed=True:FailedIndexes");
            assertThat(message()).isEqualTo("Job has failed indexes");
            assertThat(live().findText("status", "failedIndexes")).isEqualTo("0,1");
            assertThat(live().findLong("status", "failed")).isEqualTo(2);
        }

        @Test
        void every_index_is_tried_as_often_as_it_may_be() {
            start(Outcome.FAILS);
            job("completionMode: Indexed, completions: 2, parallelism: 2, backoffLimitPerIndex: 2");
            after(25);
            assertThat(pods())
                    .hasSize(4)
                    .last()
                    .satisfies(pod -> assertThat(pod.findText(
                                    "metadata", "annotations", "batch.kubernetes.io/job-index-failure-count"))
                            .isEqualTo("1"));

            after(10);

            assertThat(conditions()).contains("Failed=True:FailedIndexes");
            assertThat(live().findLong("status", "failed")).isEqualTo(6);
        }

        @Test
        void too_many_failed_indexes_end_the_job() {
            start(Outcome.FAILS);
            job(
                    "completionMode: Indexed, completions: 9, parallelism: 2, backoffLimitPerIndex: 0, maxFailedIndexes: 1");
            after(5);

            assertThat(conditions()).contains("Failed=True:MaxFailedIndexesExceeded");
            assertThat(live().findText("status", "failedIndexes")).isEqualTo("0,1");
        }

        @Test
        void a_success_policy_ends_the_job_early() {
            start(Outcome.READY);
            job("completionMode: Indexed, completions: 9, parallelism: 1, successPolicy: {rules: [{succeededIndexes:"
                    + " '0,2-3', succeededCount: 2}]}");
            after(30);

            assertThat(conditions())
                    .containsExactly("SuccessCriteriaMet=True:SuccessPolicy", "Complete=True:SuccessPolicy");
            assertThat(message()).isEqualTo("Matched rules at index 0");
            assertThat(live().findText("status", "completedIndexes")).isEqualTo("0-2");
        }
    }

    @ParameterizedTest
    @CsvSource({"Background, 0", "Foreground, 0", "Orphan, 1"})
    void a_deleted_job_lets_go_of_its_pods(String policy, int left) {
        start(Outcome.NEVER_READY);
        job("backoffLimit: 0");
        after(5);

        cluster.as(UserInfo.admin())
                .delete(Kinds.JOB, new NamespacedName("team-a", "once"), MapNode.of("propagationPolicy", policy));
        after(30);

        assertThat(live().findText("reason")).isEqualTo("NotFound");
        assertThat(pods())
                .hasSize(left)
                .allSatisfy(
                        pod -> assertThat(pod.find("metadata", "finalizers")).isNull());
    }

    @ParameterizedTest
    @CsvSource({"TerminatingOrFailed", "Failed"})
    void a_deleted_pod_counts_as_failed_and_is_replaced(String policy) {
        start(Outcome.NEVER_READY);
        job("backoffLimit: 1, podReplacementPolicy: " + policy);
        after(5);
        String name = pods().get(0).findText("metadata", "name");

        cluster.as(UserInfo.admin()).delete(Kinds.POD, new NamespacedName("team-a", name), MapNode.EMPTY);
        after(15);

        assertThat(pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.findText("metadata", "name")).isNotEqualTo(name));
        assertThat(live().findLong("status", "failed")).isEqualTo(1);
        assertThat(live().findLong("status", "active")).isEqualTo(1);
    }

    @Test
    void a_namespace_goes_with_its_running_jobs() {
        start(Outcome.NEVER_READY);
        job("parallelism: 2");
        after(5);

        cluster.as(UserInfo.admin()).delete(Kinds.NAMESPACE, new NamespacedName("", "team-a"), MapNode.EMPTY);
        after(60);

        assertThat(cluster.as(UserInfo.admin())
                        .get(Kinds.NAMESPACE, new NamespacedName("", "team-a"))
                        .code())
                .isEqualTo(404);
    }

    @Test
    void a_policy_that_ignores_failures_never_counts_them() {
        start(Outcome.FAILS);
        job("backoffLimit: 0, podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: PodScheduled,"
                + " status: 'True'}]}]}");
        after(15);

        assertThat(pods()).hasSize(2);
        assertThat(live().find("status", "failed")).isNull();
    }

    @Test
    void a_policy_on_exit_codes_is_not_modelled_once_a_pod_fails() {
        start(Outcome.FAILS);
        job("podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [3]}}]}");

        assertThatThrownBy(() -> after(5))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("spec.podFailurePolicy.rules[0].onExitCodes of Job team-a/once");
    }
}
