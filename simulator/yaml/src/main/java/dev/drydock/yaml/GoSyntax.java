package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;

/** Values as Go's %#v prints what go-yaml decoded. */
final class GoSyntax {

    private GoSyntax() {}

    static String write(Node node) {
        StringBuilder out = new StringBuilder();
        if (node.isNull()) {
            return "<nil>";
        }
        append(node, out);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        if (node instanceof MapNode map) {
            out.append("map[interface {}]interface {}{");
            List<String> keys = new ArrayList<>(map.keys());
            keys.sort(CodePointOrder.INSTANCE);
            for (int i = 0; i < keys.size(); i++) {
                out.append(i == 0 ? "" : ", ").append(quote(keys.get(i))).append(':');
                append(java.util.Objects.requireNonNull(map.get(keys.get(i))), out);
            }
            out.append('}');
        } else if (node instanceof ListNode list) {
            out.append("[]interface {}{");
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                append(list.get(i), out);
            }
            out.append('}');
        } else {
            Object value = ((ScalarNode) node).value();
            if (value == null) {
                out.append("interface {}(nil)");
            } else if (value instanceof String string) {
                out.append(quote(string));
            } else if (value instanceof Double number) {
                out.append(GoNumbers.general(number));
            } else {
                out.append(value);
            }
        }
    }

    /** As strconv.Quote. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case 11 -> out.append("\\v");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\x%02x", c));
                    } else if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
