package dev.drydock.conformance;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Brings an error whose lists come in a varying order into a form in which equality is the judgement. */
final class Unordered {

    private Unordered() {}

    /** The answer with its causes sorted and its messages cut into sorted parts. */
    static MapNode of(MapNode answer) {
        MapNode plain = holder(answer.without("unordered"));
        return plain.get("status") instanceof MapNode status ? plain.with("status", holder(status)) : plain;
    }

    private static MapNode holder(MapNode error) {
        MapNode sorted = error;
        if (error.find("details", "causes") instanceof ListNode causes && !causes.isEmpty()) {
            sorted = sorted.with(List.of("details", "causes"), sorted(causes));
        }
        String message = error.findString("message");
        return message == null ? sorted : sorted.with("message", ListNode.ofStrings(parts(message)));
    }

    /** The items in the order of their JSON text with sorted keys. */
    static ListNode sorted(ListNode list) {
        List<Node> items = new ArrayList<>(list.items());
        items.sort(Comparator.comparing(Unordered::text));
        return ListNode.of(items);
    }

    private static List<String> parts(String message) {
        // what the object is called stands before whichever part comes first
        String separated = message.replaceFirst(" is invalid: ", " is invalid, ");
        return Arrays.stream(separated.replace("]", "").replace("[", "").split(", ", -1))
                .map(part -> part.replaceAll("^[\\[\\] ]+|[\\[\\] ]+$", ""))
                .sorted()
                .toList();
    }

    /** JSON with sorted keys and blanks after separators, as Python prints it, so that the order is the corpora's. */
    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        if (node instanceof MapNode map) {
            text.append('{');
            String separator = "";
            for (String key : map.keys().stream().sorted().toList()) {
                text.append(separator).append(ScalarNode.of(key)).append(": ");
                Node value = map.get(key);
                write(value == null ? ScalarNode.NULL : value, text);
                separator = ", ";
            }
            text.append('}');
        } else if (node instanceof ListNode list) {
            text.append('[');
            String separator = "";
            for (Node item : list) {
                text.append(separator);
                write(item, text);
                separator = ", ";
            }
            text.append(']');
        } else {
            text.append(node);
        }
    }
}
