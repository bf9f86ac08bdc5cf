package dev.drydock.conformance.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiverTargetsTest {

    private static final MapNode ONE = map("{metadata: {name: one, namespace: team, labels: {a: b}}}");
    private static final MapNode TWO = map("{metadata: {name: two, namespace: team}}");

    private static List<MapNode> find(String resource, boolean locked) {
        return ReceiverTargets.find(
                "team",
                map(resource),
                locked,
                (type, namespace, name) -> name.equals("one")
                        ? new ObjectLookup.Found(ONE)
                        : new ObjectLookup.Failed("\"" + name + "\" not found", true),
                (type, namespace) -> List.of(ONE, TWO));
    }

    @Test
    void a_name_finds_one_object() {
        assertThat(find("{kind: GitRepository, name: one}", true)).containsExactly(ONE);
        assertThatThrownBy(() -> find("{kind: GitRepository, name: nope}", true))
                .hasMessage("unable to read GitRepository \"team/nope\" error: \"nope\" not found");
    }

    @Test
    void a_wildcard_needs_labels() {
        assertThat(find("{kind: GitRepository, name: '*', matchLabels: {a: b}}", true))
                .containsExactly(ONE);
        assertThatThrownBy(() -> find("{kind: GitRepository, name: '*'}", true))
                .hasMessage("matchLabels field not set when using wildcard '*' as name");
    }

    @Test
    void other_namespaces_can_be_locked() {
        assertThatThrownBy(() -> find("{kind: GitRepository, name: one, namespace: other}", true))
                .hasMessage("cross-namespace references are not allowed");
        assertThat(find("{kind: GitRepository, name: one, namespace: other}", false))
                .containsExactly(ONE);
    }

    private static MapNode map(String text) {
        return (MapNode) YamlReader.read(text, "test.yaml", YamlMode.KUBERNETES);
    }
}
