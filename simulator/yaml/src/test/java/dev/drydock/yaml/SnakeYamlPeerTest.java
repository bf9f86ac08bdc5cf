package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Our reader and snakeyaml's parser see the same structure and the same scalars in texts that both accept. */
class SnakeYamlPeerTest {

    static List<Arguments> texts() {
        List<Arguments> texts = new ArrayList<>();
        for (int seed = 1; seed <= 200; seed++) {
            String text = YamlWriter.write(Node.of(value(new Random(seed), 0)));
            texts.add(Arguments.of(Named.of("seed " + seed, text)));
        }
        return texts;
    }

    private static Object value(Random random, int depth) {
        int kind = depth > 4 ? 2 : random.nextInt(4);
        if (kind == 0 || depth == 0) {
            Map<String, Object> map = new TreeMap<>();
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                map.put("k" + random.nextInt(100), value(random, depth + 1));
            }
            return map;
        }
        if (kind == 1) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(3) + 1; i > 0; i--) {
                list.add(value(random, depth + 1));
            }
            return list;
        }
        String letters = "ab :#-'\"\n{}[],&*!|>%@`0";
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.append('y').toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sees_what_snakeyaml_sees(String text) {
        Node ours = YamlReader.read(text, "peer.yaml", YamlMode.KUBERNETES);
        Yaml peer = new Yaml(new SafeConstructor(new LoaderOptions()));

        assertThat(ours).isEqualTo(ofPeer(peer.compose(new StringReader(text))));
    }

    private static Node ofPeer(org.yaml.snakeyaml.nodes.Node node) {
        if (node instanceof MappingNode map) {
            MapNode.Builder entries = MapNode.builder();
            map.getValue()
                    .forEach(tuple -> entries.put(
                            ((org.yaml.snakeyaml.nodes.ScalarNode) tuple.getKeyNode()).getValue(),
                            ofPeer(tuple.getValueNode())));
            return entries.build();
        }
        if (node instanceof SequenceNode list) {
            return ListNode.of(
                    list.getValue().stream().map(SnakeYamlPeerTest::ofPeer).toList());
        }
        return ScalarNode.of(((org.yaml.snakeyaml.nodes.ScalarNode) node).getValue());
    }
}
