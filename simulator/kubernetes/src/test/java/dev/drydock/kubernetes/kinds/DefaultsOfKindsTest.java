package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class DefaultsOfKindsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");

    private static MapNode created(String text) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        admin.create(json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}"), OPTIONS);
        return admin.create(json(text), OPTIONS).object();
    }

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    @Test
    void conditions_of_pods_in_the_template_of_a_cron_job_are_true_ones() {
        MapNode cronJob = created("{'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': 'c', 'namespace':"
                + " 'team-a'}, 'spec': {'schedule': '* * * * *', 'jobTemplate': {'spec': {'podFailurePolicy': {'rules':"
                + " [{'action': 'Ignore', 'onPodConditions': [{'type': 'DisruptionTarget'}]}]}, 'template': {'spec':"
                + " {'restartPolicy': 'Never', 'containers': [{'name': 'c', 'image': 'i'}]}}}}}}");

        assertThat(cronJob.findList("spec", "jobTemplate", "spec", "podFailurePolicy", "rules")
                        .get(0)
                        .findList("onPodConditions")
                        .get(0))
                .isEqualTo(MapNode.of("type", "DisruptionTarget", "status", "True"));
    }

    @Test
    void a_node_gives_to_pods_all_that_it_has() {
        MapNode node = created("{'apiVersion': 'v1', 'kind': 'Node', 'metadata': {'name': 'n'}, 'status': {'capacity':"
                + " {'cpu': '2'}}}");

        assertThat(node.findText("status", "allocatable", "cpu")).isEqualTo("2");
    }

    @Test
    void amounts_below_a_thousandth_are_rounded_up() {
        MapNode deployment = created("{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'd',"
                + " 'namespace': 'team-a'}, 'spec': {'selector': {'matchLabels': {'a': 'b'}}, 'template': {'metadata':"
                + " {'labels': {'a': 'b'}}, 'spec': {'containers': [{'name': 'c', 'image': 'i', 'resources':"
                + " {'requests': {'cpu': '100u'}}}]}}}}");

        assertThat(deployment
                        .findList("spec", "template", "spec", "containers")
                        .get(0)
                        .findText("resources", "requests", "cpu"))
                .isEqualTo("1m");
    }
}
