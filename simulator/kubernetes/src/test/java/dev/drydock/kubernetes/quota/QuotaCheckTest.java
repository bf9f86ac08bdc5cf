package dev.drydock.kubernetes.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaCheckTest {

    private static final GroupVersionResource PODS = new GroupVersionResource("", "v1", "pods");
    private static final GroupVersionResource SERVICES = new GroupVersionResource("", "v1", "services");

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private static MapNode quota(String hard, String used) {
        return json("{'metadata': {'name': 'q'}, 'status': {'hard': " + hard + ", 'used': " + used + "}}");
    }

    private static MapNode pod(String resources) {
        return json("{'spec': {'containers': [{'name': 'web', 'resources': " + resources + "}]}}");
    }

    private static String refusal(QuotaCheck check, MapNode... quotas) {
        return check.against(List.of(quotas)) instanceof QuotaCheck.Outcome.Exceeded exceeded ? exceeded.text() : "";
    }

    @Test
    void names_what_is_exceeded_and_nothing_else() {
        MapNode quota = quota(
                "{'pods': '10', 'requests.cpu': '1', 'memory': '1Gi'}",
                "{'pods': '3', 'requests.cpu': '800m', 'memory': '0'}");

        assertThat(refusal(new QuotaCheck(PODS, pod("{'requests': {'cpu': '300m', 'memory': '64Mi'}}"), null), quota))
                .isEqualTo("exceeded quota: q, requested: requests.cpu=300m, used: requests.cpu=800m,"
                        + " limited: requests.cpu=1");
    }

    @Test
    void charges_what_fits() {
        MapNode quota = quota("{'pods': '10', 'requests.cpu': '1'}", "{'pods': '3', 'requests.cpu': '800m'}");

        QuotaCheck.Outcome outcome =
                new QuotaCheck(PODS, pod("{'requests': {'cpu': '200m'}}"), null).against(List.of(quota));

        assertThat(((QuotaCheck.Outcome.Charged) outcome).used().get("q")).hasToString("pods=4,requests.cpu=1");
    }

    @Test
    void demands_of_every_container_what_a_quota_counts() {
        MapNode quota = quota("{'limits.cpu': '1', 'cpu': '1'}", "{'limits.cpu': '0', 'cpu': '0'}");

        assertThat(refusal(new QuotaCheck(PODS, pod("{}"), null), quota))
                .isEqualTo("failed quota: q: must specify cpu for: web; limits.cpu for: web");
    }

    @Test
    void a_quota_whose_use_is_not_known_yet_lets_nothing_in() {
        assertThat(refusal(new QuotaCheck(PODS, pod("{}"), null), quota("{'pods': '1'}", "{}")))
                .isEqualTo("status unknown for quota: q, resources: pods");
    }

    @Test
    void a_service_that_changes_its_type_is_charged_for_the_difference() {
        MapNode quota = quota("{'services.nodeports': '1'}", "{'services.nodeports': '1'}");
        MapNode old = json("{'spec': {'type': 'ClusterIP', 'ports': [{'port': 80}]}}");
        MapNode next = json("{'spec': {'type': 'NodePort', 'ports': [{'port': 80}]}}");

        assertThat(refusal(new QuotaCheck(SERVICES, next, old), quota))
                .isEqualTo("exceeded quota: q, requested: services.nodeports=1, used: services.nodeports=1,"
                        + " limited: services.nodeports=1");
        assertThat(refusal(new QuotaCheck(SERVICES, next, next), quota)).isEmpty();
    }

    @Test
    void counts_custom_resources_by_their_names() {
        GroupVersionResource widgets = new GroupVersionResource("example.com", "v1", "widgets");

        assertThat(refusal(
                        new QuotaCheck(widgets, MapNode.EMPTY, null),
                        quota("{'count/widgets.example.com': '0'}", "{'count/widgets.example.com': '0'}")))
                .isEqualTo("exceeded quota: q, requested: count/widgets.example.com=1,"
                        + " used: count/widgets.example.com=0, limited: count/widgets.example.com=0");
    }
}
