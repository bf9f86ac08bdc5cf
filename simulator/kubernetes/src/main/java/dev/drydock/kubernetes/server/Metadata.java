package dev.drydock.kubernetes.server;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the server does to the metadata that clients send. */
final class Metadata {

    private Metadata() {}

    /** A new object without the fields that only the server sets. */
    static MapNode wiped(MapNode object) {
        MapNode metadata = object.findMap("metadata");
        return object.with(
                "metadata",
                metadata.without(List.of(
                        "uid",
                        "creationTimestamp",
                        "deletionTimestamp",
                        "deletionGracePeriodSeconds",
                        "selfLink",
                        "resourceVersion")));
    }

    /** The object with each owner reference once; clients are warned (endpoints/handlers/create.go). */
    static MapNode withoutRepeatedOwners(Call call, MapNode object, boolean afterAdmission) {
        ListNode references = object.findList("metadata", "ownerReferences");
        Set<Node> distinct = new LinkedHashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Node reference : references) {
            if (!distinct.add(reference)) {
                repeated.add(reference.findText("uid"));
            }
        }
        if (repeated.isEmpty()) {
            return object;
        }
        call.warn(List.of(".metadata.ownerReferences contains duplicate entries"
                + (afterAdmission ? " after mutating admission happens" : "")
                + "; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix"
                + " your requests; duplicate UID(s) observed: " + String.join(", ", repeated)));
        return Objects.withMeta(object, "ownerReferences", ListNode.of(new ArrayList<>(distinct)));
    }

    /**
     * An update with the system fields that clients cannot change, as registry/rest/update.go BeforeUpdate restores them: the
     * uid only when none is given.
     */
    static MapNode restored(MapNode object, MapNode live) {
        MapNode metadata = object.findMap("metadata");
        MapNode old = live.findMap("metadata");
        metadata = copied(metadata, old, "generation");
        metadata = copied(metadata, old, "creationTimestamp");
        if (!metadata.has("uid")) {
            metadata = copied(metadata, old, "uid");
        }
        if (old.has("deletionTimestamp")) {
            metadata = copied(metadata, old, "deletionTimestamp");
        }
        if (old.has("deletionGracePeriodSeconds") && !metadata.has("deletionGracePeriodSeconds")) {
            metadata = copied(metadata, old, "deletionGracePeriodSeconds");
        }
        return object.with("metadata", metadata);
    }

    /** The store keeps no selfLink, but a dry run does not come that far (apiserver/pkg/storage/api_object_versioner.go). */
    static MapNode asStored(Call call, MapNode object) {
        return call.request().dryRun() || object.find("metadata", "selfLink") == null
                ? object
                : Objects.withoutMeta(object, "selfLink");
    }

    private static MapNode copied(MapNode metadata, MapNode from, String field) {
        Node value = from.get(field);
        return value == null ? metadata.without(field) : metadata.with(field, value);
    }
}
