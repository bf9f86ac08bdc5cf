package dev.drydock.scenario.observe;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells from the snapshots of a recording which objects were in an inventory and are gone. */
final class Departures {

    /** Objects seen so far by their keys in snapshots, each as a check has it. */
    private final Map<String, MapNode> present = new LinkedHashMap<>();

    /** Checks for the objects that were there in an earlier snapshot and are not in this one. */
    List<Node> in(MapNode snapshot) {
        MapNode objects = snapshot.findMap("objects");
        List<String> unstable = snapshot.findList("unstable").strings();
        List<Node> checks = new ArrayList<>();
        present.forEach((key, object) -> {
            if (!objects.has(key) && !unstable.contains(key)) {
                checks.add(MapNode.of("absent", object));
            }
        });
        present.keySet().removeIf(key -> !objects.has(key));
        snapshot.findMap("flux").forEach((key, flux) -> {
            if (flux.find("inventory") instanceof ListNode inventory) {
                inventory.forEach(entry -> remember(entry, objects));
            }
        });
        return checks;
    }

    /** Entries are {@code namespace_name_group_Kind@version}; two underscores stand for a colon in a name. */
    private void remember(Node entry, MapNode objects) {
        String text = entry instanceof ScalarNode scalar && scalar.isString() ? scalar.stringValue() : "";
        int at = text.lastIndexOf('@');
        int kindAt = text.lastIndexOf('_', at);
        int groupAt = text.lastIndexOf('_', kindAt - 1);
        int nameAt = text.indexOf('_');
        if (at < 0 || nameAt < 0 || groupAt <= nameAt) {
            return;
        }
        String namespace = text.substring(0, nameAt);
        String name = text.substring(nameAt + 1, groupAt).replace("__", ":");
        String group = text.substring(groupAt + 1, kindAt);
        String kind = text.substring(kindAt + 1, at);
        String version = text.substring(at + 1);
        String key =
                kind + (group.isEmpty() ? "" : "." + group) + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
        if (objects.has(key)) {
            MapNode metadata = namespace.isEmpty() ? MapNode.EMPTY : MapNode.of("namespace", namespace);
            present.put(
                    key,
                    MapNode.of(
                            "apiVersion",
                            group.isEmpty() ? version : group + "/" + version,
                            "kind",
                            kind,
                            "metadata",
                            metadata.with("name", name)));
        }
    }
}
