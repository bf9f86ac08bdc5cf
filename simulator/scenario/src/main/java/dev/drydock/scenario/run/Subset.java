package dev.drydock.scenario.run;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Compares a partial object with a whole one: maps by subset, lists element by element. */
final class Subset {

    private Subset() {}

    /** What the whole lacks, a line each. */
    static List<String> differences(Node part, Node whole) {
        List<String> differences = new ArrayList<>();
        compare(part, whole, "", differences);
        return differences;
    }

    private static void compare(Node part, Node whole, String at, List<String> differences) {
        if (part instanceof MapNode a && whole instanceof MapNode b) {
            a.forEach((key, value) -> {
                String path = at.isEmpty() ? key : at + "." + key;
                Node other = b.get(key);
                if (other == null) {
                    differences.add(path + ": is missing, expected " + value);
                } else {
                    compare(value, other, path, differences);
                }
            });
        } else if (part instanceof ListNode a && whole instanceof ListNode b) {
            if (a.size() != b.size()) {
                differences.add(at + ": has " + b.size() + " items, expected " + a.size());
                return;
            }
            for (int i = 0; i < a.size(); i++) {
                compare(a.get(i), b.get(i), at + "[" + i + "]", differences);
            }
        } else if (!part.equals(whole)) {
            differences.add(at + ": " + whole + ", expected " + part);
        }
    }
}
