package dev.drydock.kubernetes.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRangesTest {

    private static final List<MapNode> CONTAINERS = List.of(json(
            "{'spec': {'limits': [{'type': 'Container', 'default': {'cpu': '500m'}, 'defaultRequest': {'cpu': '100m',"
                    + "'memory': '64Mi'}, 'min': {'cpu': '50m'}, 'max': {'cpu': '1'},"
                    + "'maxLimitRequestRatio': {'cpu': '10'}}]}}"));

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private static MapNode pod(String resources) {
        return json("{'metadata': {'name': 'p'}, 'spec': {'containers': [{'name': 'web', 'resources': " + resources
                + "}]}}");
    }

    @Test
    void fills_in_what_a_container_does_not_say_and_notes_it() {
        MapNode filled = LimitRanges.withDefaults(pod("{'requests': {'cpu': '200m'}}"), CONTAINERS);

        assertThat(filled.findList("spec", "containers").get(0).find("resources"))
                .isEqualTo(json("{'requests': {'cpu': '200m', 'memory': '64Mi'}, 'limits': {'cpu': '500m'}}"));
        assertThat(filled.findString("metadata", "annotations", "kubernetes.io/limit-ranger"))
                .isEqualTo("LimitRanger plugin set: memory request for container web; cpu limit for container web");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'requests': {'cpu': '10m'}, 'limits': {'cpu': '50m'}} | minimum cpu usage per Container is 50m, but request is 10m
            {'limits': {'cpu': '500m'}} | [minimum cpu usage per Container is 50m.  No request is specified, cpu max limit to request ratio per Container is 10, but no request is specified or request is 0]
            {'requests': {'cpu': '1'}, 'limits': {'cpu': '2'}} | maximum cpu usage per Container is 1, but limit is 2
            {'requests': {'cpu': '50m'}, 'limits': {'cpu': '1'}} | cpu max limit to request ratio per Container is 10, but provided ratio is 20.000000
            {'requests': {'cpu': '100m'}} | [maximum cpu usage per Container is 1.  No limit is specified, cpu max limit to request ratio per Container is 10, but no limit is specified or limit is 0]
            """)
    void refuses_what_is_out_of_bounds(String resources, String text) {
        assertThat(LimitRanges.refusal(pod(resources), true, CONTAINERS)).contains(text);
    }

    @Test
    void holds_the_maximum_of_claims_against_their_requests() {
        List<MapNode> claims =
                List.of(json("{'spec': {'limits': [{'type': 'PersistentVolumeClaim', 'max': {'storage': '1Gi'}}]}}"));

        assertThat(LimitRanges.refusal(
                        json("{'spec': {'resources': {'requests': {'storage': '2Gi'}}}}"), false, claims))
                .contains("maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 2Gi");
    }

    @Test
    void a_pod_counts_its_init_containers_where_they_need_more() {
        MapNode spec = json("{'containers': [{'name': 'a', 'resources': {'requests': {'cpu': '100m'}}}],"
                + "'initContainers': [{'name': 's', 'restartPolicy': 'Always', 'resources': {'requests': {'cpu': '50m'}}},"
                + "{'name': 'i', 'resources': {'requests': {'cpu': '300m'}}}]}");

        assertThat(PodResources.requests(spec)).hasToString("cpu=350m");
    }
}
