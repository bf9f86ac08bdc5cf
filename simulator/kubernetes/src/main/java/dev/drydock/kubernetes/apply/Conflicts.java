package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The refusal of an apply whose fields belong to others (managedfields/internal/conflict.go). */
final class Conflicts {

    private Conflicts() {}

    /** The 409 that names every field and its owner, owners in the order of their identities. */
    static Status status(Map<ManagerId, FieldSet> conflicts) {
        List<Node> causes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String single = "";
        for (Map.Entry<ManagerId, FieldSet> owner : new TreeMap<>(conflicts).entrySet()) {
            String who = owner.getKey().display();
            lines.add("conflicts with " + who + ":");
            for (String path : paths(owner.getValue())) {
                causes.add(
                        MapNode.of("reason", "FieldManagerConflict", "message", "conflict with " + who, "field", path));
                lines.add("- " + path);
                single = "conflict with " + who + ": " + path;
            }
        }
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + single
                : "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", lines);
        return new Status(409, "Conflict", message, MapNode.of("causes", ListNode.of(causes)));
    }

    private static List<String> paths(FieldSet set) {
        List<String> paths = new ArrayList<>();
        set.forEach(path -> {
            StringBuilder text = new StringBuilder();
            path.forEach(text::append);
            paths.add(text.toString());
        });
        return paths;
    }
}
