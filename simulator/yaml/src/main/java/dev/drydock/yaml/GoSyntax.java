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
                out.append(i == 0 ? "" : ", ")
                        .append(GoQuote.quote(keys.get(i)))
                        .append(':');
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
                out.append(GoQuote.quote(string));
            } else if (value instanceof Double number) {
                out.append(GoNumbers.general(number));
            } else {
                out.append(value);
            }
        }
    }
}
