package dev.drydock.flux.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KStatusTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private static Health health(String yaml) {
        return KStatus.compute(Trees.map(yaml), NOW);
    }

    @Test
    void kinds_without_a_status_are_current() {
        Health health = health("{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}");

        assertThat(health.status()).isEqualTo(HealthStatus.CURRENT);
        assertThat(health.message()).isEqualTo("Resource is always ready");
    }

    @Test
    void an_older_observed_generation_is_in_progress() {
        Health health = health("""
                apiVersion: example.com/v1
                kind: Widget
                metadata: {name: x, generation: 2}
                status: {observedGeneration: 1}
                """);

        assertThat(health.status()).isEqualTo(HealthStatus.IN_PROGRESS);
        assertThat(health.message()).isEqualTo("Widget generation is 2, but latest observed generation is 1");
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "Ready, True, Current",
        "Ready, False, InProgress",
        "Ready, Unknown, InProgress",
        "Stalled, True, Failed",
        "Reconciling, True, InProgress"
    })
    void conditions_of_any_kind_count(String type, String status, String expected) {
        Health health = health("""
                apiVersion: example.com/v1
                kind: Widget
                metadata: {name: x, generation: 1}
                status: {observedGeneration: 1, conditions: [{type: %s, status: "%s", reason: R, message: m}]}
                """.formatted(type, status));

        assertThat(health.status()).hasToString(expected);
    }

    @Test
    void a_deployment_waits_for_its_replicas() {
        Health health = health("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: x, generation: 1}
                spec: {replicas: 3}
                status: {observedGeneration: 1, replicas: 3, updatedReplicas: 2}
                """);

        assertThat(health.status()).isEqualTo(HealthStatus.IN_PROGRESS);
        assertThat(health.message()).isEqualTo("Updated: 2/3");
    }

    @Test
    void a_running_job_is_current_for_kstatus_but_not_for_flux() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: x, generation: 1}
                spec: {completions: 1}
                status: {startTime: "2025-01-01T00:00:00Z", active: 1}
                """;

        assertThat(health(job).status()).isEqualTo(HealthStatus.CURRENT);
        assertThat(JobRules.flux(Trees.map(job)).status()).isEqualTo(HealthStatus.IN_PROGRESS);
    }

    @Test
    void conditions_of_the_wrong_type_are_an_error() {
        assertThatThrownBy(() -> health("""
                        apiVersion: example.com/v1
                        kind: Widget
                        metadata: {name: x, generation: 1}
                        status: {conditions: [x]}
                        """))
                .isInstanceOf(MalformedObjectException.class)
                .hasMessage("cannot restore struct from: string");
    }
}
