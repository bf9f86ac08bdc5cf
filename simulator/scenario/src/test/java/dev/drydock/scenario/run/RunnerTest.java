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
