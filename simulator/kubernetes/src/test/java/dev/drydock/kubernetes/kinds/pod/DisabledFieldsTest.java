package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisabledFieldsTest {

    private static final String SIGNAL = "{'containers': [{'name': 'a', 'lifecycle': {'stopSignal': 'SIGINT'}}]}";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'schedulingGroup': {}, 'hostname': 'a'}                                     | {'hostname': 'a'}
            {'containers': [{'lifecycle': {'stopSignal': 'SIGINT'}}]}                    | {'containers': [{}]}
            {'containers': [{'lifecycle': {'stopSignal': 'SIGINT', 'preStop': {}}}]}     | {'containers': [{'lifecycle': {'preStop': {}}}]}
            {'volumes': [{'projected': {'sources': [{'clusterTrustBundle': {}}, {'secret': {}}]}}]} | {'volumes': [{'projected': {'sources': [{}, {'secret': {}}]}}]}
            {'volumes': [{'projected': {'sources': [{'podCertificate': {}}]}}]}          | {'volumes': [{'projected': {'sources': [{}]}}]}
            """)
    void the_server_forgets_what_is_switched_off(String spec, String kept) {
        MapNode pod = MapNode.of("spec", Pods.json(spec));

        assertThat(DisabledFields.dropped(pod, null, "spec").get("spec")).isEqualTo(Pods.json(kept));
    }

    @Test
    void what_an_object_has_already_stays() {
        MapNode pod = MapNode.of("spec", Pods.json(SIGNAL));

        assertThat(DisabledFields.dropped(pod, pod, "spec")).isEqualTo(pod);
    }
}
