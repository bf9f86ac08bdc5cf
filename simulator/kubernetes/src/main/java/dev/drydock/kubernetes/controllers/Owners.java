package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Owner references, read and made. */
final class Owners {

    private Owners() {}

    /** The uid of the controller that owns the object, empty when none does. */
    static String controllerUid(Node object) {
        for (Node owner : object.findList("metadata", "ownerReferences")) {
            if (owner.isTrue("controller")) {
                return String.valueOf(owner.findString("uid"));
            }
        }
        return "";
    }

    /** The name of the controller of a kind that owns the changed object. */
    static List<NamespacedName> controllers(WatchEvent event, String kind) {
        for (Node owner : event.object().findList("metadata", "ownerReferences")) {
            if (owner.isTrue("controller") && kind.equals(owner.findString("kind"))) {
                return List.of(new NamespacedName(
                        NamespacedName.of(event.object()).namespace(), String.valueOf(owner.findString("name"))));
            }
        }
        return List.of();
    }

    /** The changed object itself when it is of a resource, else the controller of a kind that owns it. */
    static List<NamespacedName> selfOrController(WatchEvent event, String groupResource, String kind) {
        return event.resource().groupResource().equals(groupResource)
                ? List.of(NamespacedName.of(event.object()))
                : controllers(event, kind);
    }

    static ListNode controlledBy(MapNode owner) {
        return ListNode.of(List.of(MapNode.builder()
                .putIfPresent("apiVersion", owner.get("apiVersion"))
                .putIfPresent("kind", owner.get("kind"))
                .putIfPresent("name", owner.find("metadata", "name"))
                .putIfPresent("uid", owner.find("metadata", "uid"))
                .put("controller", true)
                .put("blockOwnerDeletion", true)
                .build()));
    }
}
