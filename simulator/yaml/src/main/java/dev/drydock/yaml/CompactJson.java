package dev.drydock.yaml;

import java.util.Arrays;
import java.util.List;

/** Puts trees into JSON; the flavours differ in line breaks, key order, escapes and numbers. */
final class CompactJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private final boolean go;
    private final int indent;
    private int depth;

    private CompactJson(boolean go, int indent) {
        this.go = go;
        this.indent = indent;
    }

    /** One line, keys in the order of the maps. */
    static String write(Node node) {
        return new CompactJson(false, 0).text(node);
    }

    /** One line, as Go. */
    static String go(Node node) {
        return new CompactJson(true, 0).text(node);
    }

    /** Indented. */
    static String pretty(Node node, int indent) {
        return new CompactJson(false, indent).text(node);
    }

    private String text(Node node) {
        append(node);
        return out.toString();
    }

    private void append(Node node) {
        if (node instanceof MapNode map) {
            List<String> keys = map.keys();
            open('{', keys.isEmpty());
            String[] ordered = keys.toArray(new String[0]);
            if (go) {
                Arrays.sort(ordered, CodePointOrder.INSTANCE);
            }
            for (int i = 0; i < ordered.length; i++) {
                separate(i);
                quote(ordered[i]);
                out.append(indent > 0 ? ": " : ":");
                append(java.util.Objects.requireNonNull(map.get(ordered[i])));
            }
            close('}', keys.isEmpty());
        } else if (node instanceof ListNode list) {
            open('[', list.isEmpty());
            for (int i = 0; i < list.size(); i++) {
                separate(i);
                append(list.get(i));
            }
            close(']', list.isEmpty());
        } else {
            scalar(((ScalarNode) node).value());
        }
    }

    private void scalar(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Double number) {
            String spelling = GoNumbers.json(number);
            // outside Go's own form a double stays one when it is read again
            boolean integral = !go && spelling.matches("-?[0-9]+");
            out.append(spelling).append(integral ? ".0" : "");
        } else {
            out.append(value);
        }
    }

    private void open(char bracket, boolean empty) {
        out.append(bracket);
        depth += empty ? 0 : 1;
    }

    private void close(char bracket, boolean empty) {
        if (!empty) {
            depth--;
            newLine();
        }
        out.append(bracket);
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(',');
        }
        newLine();
    }

    private void newLine() {
        if (indent > 0) {
            out.append('\n').append(" ".repeat(depth * indent));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> {
                    if (go) {
                        unicode(c);
                    } else {
                        out.append(c);
                    }
                }
                default -> {
                    if (c < 0x20) {
                        unicode(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void unicode(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 15));
        }
    }
}
