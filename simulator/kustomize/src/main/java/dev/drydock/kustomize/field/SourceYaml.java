package dev.drydock.kustomize.field;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlWriter;

/**
 * A tree as kyaml writes it back: keys in their order, scalars with the quotes of their source, no line folded.
 *
 * <p>Comments and flow style are not known any more and do not come back.
 */
public final class SourceYaml {

    private final StringBuilder out = new StringBuilder();

    private SourceYaml() {}

    /** The text with a line end at its end. */
    public static String write(Node node) {
        SourceYaml writer = new SourceYaml();
        writer.block(node, 0, false);
        if (writer.out.isEmpty() || writer.out.charAt(writer.out.length() - 1) != '\n') {
            writer.out.append('\n');
        }
        return writer.out.toString();
    }

    /** One scalar in the style of its source, on one line unless it is a block. */
    public static String scalar(ScalarNode scalar) {
        SourceYaml writer = new SourceYaml();
        writer.scalar(scalar, 0);
        return writer.out.toString();
    }

    private void indent(int depth) {
        out.append("  ".repeat(depth));
    }

    /** Writes a node; the first line of a map or list in a list continues the line of the dash. */
    private void block(Node node, int depth, boolean started) {
        if (node instanceof MapNode map && !map.isEmpty()) {
            boolean[] first = {started};
            map.forEach((key, value) -> {
                if (!first[0]) {
                    indent(depth);
                }
                first[0] = false;
                out.append(scalar(Scalars.string(key))).append(':');
                below(value, depth);
            });
        } else if (node instanceof ListNode list && !list.isEmpty()) {
            boolean first = started;
            for (Node item : list) {
                if (!first) {
                    indent(depth);
                }
                first = false;
                out.append("- ");
                block(item, depth + 1, true);
            }
        } else {
            leaf(node, depth);
            out.append('\n');
        }
    }

    private void below(Node value, int depth) {
        if (value instanceof MapNode map && !map.isEmpty()) {
            out.append('\n');
            block(value, depth + 1, false);
        } else if (value instanceof ListNode list && !list.isEmpty()) {
            out.append('\n');
            block(value, depth, false);
        } else {
            int before = out.length();
            out.append(' ');
            leaf(value, depth + 1);
            if (out.length() == before + 1) {
                out.setLength(before);
            }
            out.append('\n');
        }
    }

    private void leaf(Node node, int depth) {
        if (node instanceof ScalarNode scalar) {
            scalar(scalar, depth);
        } else {
            out.append(node instanceof MapNode ? "{}" : "[]");
        }
    }

    private void scalar(ScalarNode scalar, int depth) {
        String text = scalar.text();
        switch (scalar.style()) {
            case DOUBLE_QUOTED -> out.append(doubleQuoted(text));
            case SINGLE_QUOTED ->
                out.append('\'').append(text.replace("'", "''")).append('\'');
            case LITERAL, FOLDED -> literal(text, depth);
            case PLAIN -> {
                if (text.indexOf('\n') >= 0) {
                    literal(text, depth);
                } else if (scalar.isString() && !PlainText.allows(text)) {
                    out.append(YamlWriter.write(Scalars.string(text)).strip());
                } else {
                    out.append(text);
                }
            }
        }
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        quoted.append(String.format("\\x%02X", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private void literal(String text, int depth) {
        String body = text.replaceFirst("\n+$", "");
        int ends = text.length() - body.length();
        out.append('|');
        if (text.startsWith(" ") || text.startsWith("\n")) {
            out.append('2');
        }
        out.append(ends == 0 ? "-" : ends > 1 || body.isEmpty() ? "+" : "");
        for (String line : body.split("\n", -1)) {
            out.append('\n');
            if (!line.isEmpty()) {
                indent(Math.max(depth, 1));
                out.append(line);
            }
        }
        out.append("\n".repeat(Math.max(ends - 1, 0)));
    }
}
