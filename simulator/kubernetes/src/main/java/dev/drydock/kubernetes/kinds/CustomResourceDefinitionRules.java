package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Definitions remember in which versions objects may be stored (registry/customresourcedefinition/strategy.go). */
final class CustomResourceDefinitionRules implements KindRules {

    @Override
    public MapNode prepareForCreate(MapNode object) {
        MapNode names = MapNode.of("plural", "", "kind", "");
        MapNode status =
                MapNode.of("conditions", Node.of(null), "acceptedNames", names, "storedVersions", Node.of(null));
        return withStorageVersion(object.with("status", status));
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return withStorageVersion(object.with("status", old.findMap("status")));
    }

    private static MapNode withStorageVersion(MapNode object) {
        List<Node> stored =
                new ArrayList<>(object.findList("status", "storedVersions").items());
        for (Node version : object.findList("spec", "versions")) {
            Node name = version.find("name");
            if (version.isTrue("storage") && name != null && !stored.contains(name)) {
                stored.add(name);
                return object.with(List.of("status", "storedVersions"), ListNode.of(stored));
            }
        }
        return object;
    }
}
