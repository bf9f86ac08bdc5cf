package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.ScenarioReader;
import dev.drydock.scenario.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerTest {

    private static final String HEAD = """
            apiVersion: drydock.dev/v1alpha1
            kind: Scenario
            metadata: {name: small}
            spec:
              steps:
            """;

    private static final String BOB_APPLIES = """
                - name: Bob applies
                  as: bob
                  do:
                    - apply: {resource: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private ScenarioResult run(String steps) throws IOException {
        Path file = Files.writeString(folder.resolve("x.scenario.yaml"), HEAD + steps);
        return Runner.of(Seed.DEFAULT).run(ScenarioReader.read(file).get(0));
    }

    private static List<Finding> problems(ScenarioResult result) {
        return result.steps().stream().flatMap(step -> step.problems().stream()).toList();
    }

    @Test
    void a_scenario_without_checks_asserts_nothing() throws IOException {
        assertThat(run("    - {name: One, do: [settle: {}]}\n").verdict()).isEqualTo(Verdict.NO_ASSERTION);
    }

    @Test
    void a_refusal_that_nobody_expected_fails_the_step_and_says_why() throws IOException {
        ScenarioResult result = run(BOB_APPLIES);
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(problems(result).get(0).details())
                .contains("expected  Accepted")
                .contains("found     Blocked 403 Forbidden")
                .contains("configmaps \"a\" is forbidden: User \"bob\" cannot patch resource \"configmaps\"")
                .contains("because   bob holds no rule for [patch] on configmaps");
    }

    @Test
    void a_refusal_that_was_expected_holds() throws IOException {
        String blocked = "          blocked: {reason: Forbidden, code: 403, message: {contains: User \"bob\"}}\n";
        assertThat(run(BOB_APPLIES + blocked).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void another_refusal_than_the_expected_one_fails() throws IOException {
        ScenarioResult result = run(BOB_APPLIES + "          blocked: {reason: Conflict}\n");
        assertThat(problems(result).get(0).details()).contains("expected  Blocked Conflict");
    }

    @Test
    void a_refusal_that_does_not_come_fails() throws IOException {
        ScenarioResult result = run("    - name: One\n      do:\n        - get: {target: Namespace/default}\n"
                + "          blocked: {reason: Forbidden}\n");
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(problems(result).get(0).details()).contains("found     Accepted Namespace/default");
    }

    @ParameterizedTest
    @CsvSource({
        "replicas: 100000, 'more than 1000 Pods of one workload, here replicas 100000 of ReplicaSet default/a-'",
        "replicas: 1, ''",
    })
    void a_workload_beyond_what_a_simulation_holds_is_not_judged(String replicas, String expected) throws IOException {
        ScenarioResult result = run("""
                - name: One
                  do:
                    - apply:
                        resource:
                          apiVersion: apps/v1
                          kind: Deployment
                          metadata: {name: a, namespace: default}
                          spec:
                            REPLICAS
                            selector: {matchLabels: {a: b}}
                            template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a}]}}
                    - settle: {}
            """.replace("REPLICAS", replicas));
        assertThat(problems(result)).extracting(Finding::details).allMatch(found -> found.contains(expected));
        assertThat(problems(result)).hasSize(expected.isEmpty() ? 0 : 1);
    }

    @Test
    void more_events_than_a_simulation_holds_are_not_judged() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("apps")).resolve("a.txt"), "a");
        ScenarioResult result = run("""
                - name: One
                  do:
                    - apply:
                        resource:
                          apiVersion: source.toolkit.fluxcd.io/v1
                          kind: GitRepository
                          metadata: {name: a, namespace: default}
                          spec: {url: "https://git.example.com/apps", interval: 1ms}
                    - advance: 1h
              repositories:
                - {url: "https://git.example.com/apps", branch: master, directory: apps}
            """);
        assertThat(problems(result).get(0).details()).contains("NotModelled: more than 100000 events in one operation");
    }

    @Test
    void an_expression_that_could_be_tried_in_endless_ways_is_answered() throws IOException {
        String much = "x".repeat(20_000);
        ScenarioResult result =
                run("    - name: One\n      do:\n        - apply: {resource: {apiVersion: v1, kind: ConfigMap, "
                        + "metadata: {name: " + much + ", namespace: default}}}\n"
                        + "          blocked: {message: {matches: \"(x+x+)+y|((a|b|x)*.*)*\"}}\n");
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void an_object_is_stuck_whatever_else_goes_on() throws IOException {
        ScenarioResult result = run("""
                - name: One
                  do:
                    - apply:
                        resource:
                          apiVersion: batch/v1
                          kind: CronJob
                          metadata: {name: often, namespace: default}
                          spec:
                            schedule: "* * * * *"
                            jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}
                    - apply:
                        resource:
                          apiVersion: source.toolkit.fluxcd.io/v1
                          kind: GitRepository
                          metadata: {name: a, namespace: default}
                          spec: {url: "https://git.example.com/nowhere", interval: 1h}
                    - advance: 5m
                  expect:
                    - outcome: Stuck
                      of: GitRepository/default/a
            """);
        assertThat(problems(result)).isEmpty();
    }

    @Test
    void checks_look_at_the_world_after_the_step() throws IOException {
        ScenarioResult result = run("""
                - name: One
                  do:
                    - apply: {resource: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}, data: {k: v}}}
                  expect:
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}, data: {k: v}}
                    - absent: {apiVersion: v1, kind: ConfigMap, metadata: {name: b, namespace: default}}
                    - outcome: Accepted
                      of: ConfigMap/default/a
                    - cannot: {as: bob, verb: get, resource: configmaps, namespace: default}
                    - can: {as: {user: bob, groups: ["system:masters"]}, verb: get, resource: configmaps}
            """.indent(0));
        assertThat(problems(result)).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void a_check_that_fails_shows_what_is_nearest() throws IOException {
        ScenarioResult result = run("""
                - name: One
                  do:
                    - apply: {resource: {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: default}, data: {k: v}}}
                  expect:
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: default}, data: {k: w}}
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: kube-system}}
            """.indent(0));
        List<Finding> problems = problems(result);
        assertThat(problems.get(0).details()).contains("data.k: \"v\", expected \"w\"");
        assertThat(problems.get(1).details()).contains("nearest   ConfigMap/default/settings");
    }

    @Test
    void the_same_scenario_and_seed_give_the_same_report() throws IOException {
        String first = Report.JSON.write(List.of(run(BOB_APPLIES)));
        assertThat(Report.JSON.write(List.of(run(BOB_APPLIES)))).isEqualTo(first);
    }

    @Test
    void a_world_at_rest_takes_no_time_to_settle() throws IOException {
        ScenarioResult result = run("    - {name: One, do: [settle: {}]}\n");
        assertThat(result.simulated()).isZero();
    }
}
