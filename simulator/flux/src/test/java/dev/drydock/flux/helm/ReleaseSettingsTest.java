package dev.drydock.flux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.FluxProfile;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Switches in the spec of a HelmRelease. */
class ReleaseSettingsTest {

    private static final String FOREIGN =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: default}, data: {colour: green}}";

    private final ReleaseWorld world = new ReleaseWorld(FluxProfile.open()).chart("1.0.0", ReleaseWorld.CONFIG);

    private String colour() {
        return world.find(ReleaseWorld.CONFIG_MAP, "web").orElseThrow().findText("data", "colour");
    }

    private List<String> managers() {
        return world.find(ReleaseWorld.CONFIG_MAP, "web").orElseThrow().findList("metadata", "managedFields").stream()
                .map(manager -> manager.findText("manager") + ":" + manager.findText("operation"))
                .sorted()
                .toList();
    }

    @Test
    void takes_what_belongs_to_nobody() {
        world.apply(FOREIGN).release("values: {colour: red}");

        assertThat(world.condition("Ready")).startsWith("True InstallSucceeded");
        assertThat(colour()).isEqualTo("red");
    }

    @Test
    void leaves_what_belongs_to_nobody_when_it_must_not_take_it() {
        world.apply(FOREIGN).release("values: {colour: red}, install: {disableTakeOwnership: true}");

        assertThat(world.condition("Ready"))
                .contains(
                        "unable to continue with install: ConfigMap \"web\" in namespace \"default\" exists and cannot be"
                                + " imported into the current release: invalid ownership metadata; label validation error: missing"
                                + " key \"app.kubernetes.io/managed-by\": must be set to \"Helm\"");
        assertThat(colour()).isEqualTo("green");
    }

    @Test
    void applies_on_the_server_unless_told_otherwise() {
        world.release("values: {colour: red}");

        assertThat(managers()).containsExactly("helm-controller:Apply");
    }

    @Test
    void creates_on_the_client_when_told() {
        world.release("values: {colour: red}, install: {serverSideApply: false}");

        assertThat(managers()).containsExactly("helm-controller:Update");
    }

    @Test
    void reads_optional_values_only_when_they_exist() {
        world.release("values: {colour: red}, valuesFrom: [{kind: ConfigMap, name: none, optional: true}]");

        assertThat(world.condition("Ready")).startsWith("True InstallSucceeded");
    }

    @Test
    void misses_values_that_are_not_optional() {
        world.release("values: {colour: red}, valuesFrom: [{kind: ConfigMap, name: none}]");

        assertThat(world.condition("Ready"))
                .isEqualTo(
                        "False ValuesError could not resolve ConfigMap chart values reference 'default/none' with key"
                                + " 'values.yaml': configmaps \"none\" not found");
    }

    @Test
    void differences_are_told_as_patches() {
        String same = "a text that is much longer than the operations that change the rest of the document".repeat(3);
        Node before = MapNode.of("a", "1", "gone", "x", "same", same);
        Node after = MapNode.of("a", "2", "new/one", "y", "same", same);

        assertThat(JsonDifference.between(before, after).stream()
                        .map(step -> step.findText("op") + " " + step.findText("path")))
                .containsExactlyInAnyOrder("replace /a", "remove /gone", "add /new~1one");
    }
}
