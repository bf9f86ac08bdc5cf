package dev.drydock.scenario.parse;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Checks JSON patches. */
final class Patches {

    private Patches() {}

    /** Says which operations are none. */
    static void check(ListNode patch, String path, Problems problems) {
        for (int i = 0; i < patch.size(); i++) {
            Node item = patch.get(i);
            String at = path + "[" + i + "]";
            if (!(item instanceof MapNode operation)) {
                problems.add(item.location(), at + ": a map with op and path is expected, found " + Fields.what(item));
                continue;
            }
            Node op = operation.get("op");
            String name = operation.findText("op");
            if (!Words.PATCHES.contains(name)) {
                problems.add(
                        op == null ? operation.location() : op.location(),
                        at + ".op: " + (op == null ? "is missing" : "Unsupported value: \"" + name + "\"")
                                + ": supported values: " + String.join(", ", Words.PATCHES)
                                + Nearest.hint(name, Words.PATCHES));
            }
        }
    }
}
