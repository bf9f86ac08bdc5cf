package dev.drydock.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lays a tree out in block style; follows the states of libyaml's emitter so that blanks and breaks are the same. */
final class YamlEmitter {

    private static final int STEP = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final boolean sorted;
    private final boolean indentSequences;
    private final EmitterOutput out = new EmitterOutput();
    private final ScalarWriter scalars;

    YamlEmitter(boolean sorted) {
        this(sorted, false, ScalarWriter.WIDTH);
    }

    YamlEmitter(boolean sorted, boolean indentSequences, int width) {
        this.sorted = sorted;
        this.indentSequences = indentSequences;
        this.scalars = new ScalarWriter(out, width);
    }

    String document(Node node) {
        node(node, -1, false, false);
        out.indentTo(0);
        return out.toString();
    }

    /**
     * Writes a node.
     *
     * @param indent columns of the block around it, -1 outside of any
     * @param inMap whether it is a key or value of a map
     * @param simpleKey whether it is a key that stands on one line with its value
     */
    private void node(Node node, int indent, boolean inMap, boolean simpleKey) {
        if (node instanceof MapNode map) {
            if (map.isEmpty()) {
                empty("{", "}");
            } else {
                mapping(map, indent < 0 ? 0 : indent + STEP);
            }
        } else if (node instanceof ListNode list) {
            if (list.isEmpty()) {
                empty("[", "]");
            } else {
                boolean flush = inMap && !out.atIndentation() && !indentSequences;
                sequence(list, indent < 0 ? 0 : flush ? indent : indent + STEP);
            }
        } else {
            scalars.write((ScalarNode) node, indent < 0 ? STEP : indent + STEP, simpleKey);
        }
    }

    private void empty(String open, String close) {
        out.indicator(open, true, true, false);
        out.indicator(close, false, false, false);
    }

    private void sequence(ListNode list, int indent) {
        for (Node item : list) {
            out.indentTo(indent);
            out.indicator("-", true, false, true);
            node(item, indent, false, false);
        }
    }

    private void mapping(MapNode map, int indent) {
        List<String> keys = sorted ? KeyOrder.sort(map.keys()) : map.keys();
        for (String key : keys) {
            Node value = Objects.requireNonNull(map.get(key));
            ScalarNode name = ScalarNode.of(key);
            out.indentTo(indent);
            if (isSimple(key)) {
                node(name, indent, true, true);
                out.indicator(":", false, false, false);
            } else {
                out.indicator("?", true, false, true);
                node(name, indent, true, false);
                out.indentTo(indent);
                out.indicator(":", true, false, true);
            }
            node(value, indent, true, false);
        }
    }

    private static boolean isSimple(String key) {
        return key.chars().noneMatch(c -> CharReader.isBreak((char) c))
                && (key.length() <= LONGEST_SIMPLE_KEY / 4
                        || key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY);
    }
}
