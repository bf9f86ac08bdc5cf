package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityOfServiceTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                                                                                   | BestEffort
            {'requests': {'example.com/gpu': '1'}, 'limits': {'example.com/gpu': '1'}}           | BestEffort
            {'requests': {'cpu': '0'}}                                                           | BestEffort
            {'requests': {'cpu': '100m'}}                                                        | Burstable
            {'limits': {'cpu': '1'}}                                                             | Burstable
            {'requests': {'cpu': '1'}, 'limits': {'cpu': '2', 'memory': '1Gi'}}                  | Burstable
            {'requests': {'cpu': '1', 'memory': '1Gi'}, 'limits': {'cpu': '1', 'memory': '1Gi'}} | Guaranteed
            {'requests': {'cpu': '1000m', 'memory': '1024Mi'}, 'limits': {'cpu': '1', 'memory': '1Gi'}} | Guaranteed
            {'limits': {'cpu': '1', 'memory': '1Gi'}}                                            | Guaranteed
            """)
    void compares_requests_and_limits_as_quantities(String resources, String expected) {
        assertThat(QualityOfService.of(Pods.withContainer("{'resources': " + resources + "}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'limits': {'cpu': '1', 'memory': '1Gi'}}   | Guaranteed
            {'requests': {'cpu': '1'}}                  | Burstable
            """)
    void looks_at_the_resources_of_the_pod_first(String resources, String expected) {
        assertThat(QualityOfService.of(Pods.with("{'resources': " + resources + "}")))
                .isEqualTo(expected);
    }
}
