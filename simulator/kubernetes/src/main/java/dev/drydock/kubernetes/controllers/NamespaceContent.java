package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import java.util.List;

/** What the loops that fill namespaces have in common. */
final class NamespaceContent {

    private NamespaceContent() {}

    /** The namespace that changed, or that of an object of one name that changed, as a cluster-scoped name. */
    static List<NamespacedName> touched(WatchEvent event, String groupResource, String name) {
        NamespacedName changed = NamespacedName.of(event.object());
        String resource = event.resource().groupResource();
        if (resource.equals("namespaces")) {
            return List.of(changed);
        }
        return resource.equals(groupResource) && changed.name().equals(name)
                ? List.of(new NamespacedName("", changed.namespace()))
                : List.of();
    }

    static boolean isActive(LoopContext context, String namespace) {
        return context.get(Kinds.NAMESPACE, new NamespacedName("", namespace))
                .filter(object -> object.find("metadata", "deletionTimestamp") == null)
                .isPresent();
    }
}
