package dev.drydock.yaml;

/** JSON on one line with keys in map order, for debugging texts; {@link JsonWriter} is the real writer. */
final class CompactJson {

    private CompactJson() {}

    static String write(Node node) {
        StringBuilder out = new StringBuilder();
        append(node, out);
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        if (node instanceof MapNode map) {
            out.append('{');
            String[] separator = {""};
            map.forEach((key, value) -> {
                out.append(separator[0]);
                quote(key, out);
                out.append(':');
                append(value, out);
                separator[0] = ",";
            });
            out.append('}');
        } else if (node instanceof ListNode list) {
            out.append('[');
            String separator = "";
            for (Node item : list) {
                out.append(separator);
                append(item, out);
                separator = ",";
            }
            out.append(']');
        } else {
            Object value = ((ScalarNode) node).value();
            if (value instanceof String string) {
                quote(string, out);
            } else {
                out.append(value);
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
