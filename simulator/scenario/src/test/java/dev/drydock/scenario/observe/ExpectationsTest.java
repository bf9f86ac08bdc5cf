package dev.drydock.scenario.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    @Test
    void expects_that_what_left_an_inventory_and_the_cluster_is_absent() {
        MapNode expected = twoSteps(
                "[a_web_apps_Deployment@v1, _sys__reader_rbac.authorization.k8s.io_ClusterRole@v1, a_kept__ConfigMap@v1]",
                "Deployment.apps/a/web: same, 'ClusterRole.rbac.authorization.k8s.io/sys:reader': same, ConfigMap/a/kept: same",
                "ConfigMap/a/kept: same");
        assertThat(expected.findList("spec", "steps").get(1).findList("expect").stream()
                        .map(check -> check.findMap("absent"))
                        .filter(absent -> !absent.isEmpty()))
                .containsExactly(
                        parse("{apiVersion: apps/v1, kind: Deployment, metadata: {namespace: a, name: web}}"),
                        parse("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole,"
                                + " metadata: {name: 'sys:reader'}}"));
    }

    @Test
    void expects_nothing_of_what_was_never_there() {
        MapNode expected = twoSteps("[a_web_apps_Deployment@v1]", "", "");
        assertThat(expected.findList("spec", "steps").get(1).findList("expect").stream())
                .noneMatch(check -> check.find("absent") != null);
    }

    private static MapNode twoSteps(String inventory, String before, String after) {
        MapNode scenario = parse("{spec: {steps: [{do: [settle: {}]}, {do: [settle: {}]}]}}");
        return Expectations.of(
                scenario,
                parse("{steps: [{ops: [{snapshot: " + snapshot(inventory, before) + "}]}, {ops: [{snapshot: "
                        + snapshot("[]", after) + "}]}]}"));
    }

    private static String snapshot(String inventory, String objects) {
        return "{flux: {Kustomization/a/apps: {conditions: [], inventory: " + inventory + "}}, objects: {" + objects
                + "}}";
    }

    private static MapNode parse(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }
}
