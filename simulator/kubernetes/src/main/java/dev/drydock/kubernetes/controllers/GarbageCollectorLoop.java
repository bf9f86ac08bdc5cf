package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * generic-garbage-collector (pkg/controller/garbagecollector): deletes objects whose owners are gone, and finishes foreground
 * and orphaning deletions.
 *
 * <p>A key is {@code namespace/resource.group/name} of an object to look at, or {@code namespace/uid} of an owner that went.
 */
final class GarbageCollectorLoop implements ControlLoop {

    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    @Override
    public String name() {
        return "generic-garbage-collector";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        MapNode object = event.object();
        NamespacedName name = NamespacedName.of(object);
        String collection = event.resource().groupResource();
        if (collection.startsWith("events")) {
            return List.of();
        }
        NamespacedName self = new NamespacedName(name.namespace(), collection + "/" + name.name());
        List<NamespacedName> touched = new ArrayList<>();
        boolean owned = !object.findList("metadata", "ownerReferences").isEmpty();
        if (event.type() == WatchEvent.Type.DELETED) {
            touched.add(new NamespacedName(name.namespace(), String.valueOf(object.findString("metadata", "uid"))));
            for (Node owner : object.findList("metadata", "ownerReferences")) {
                touched.add(new NamespacedName(name.namespace(), "owner/" + owner.findString("uid")));
            }
        } else if (owned || object.find("metadata", "deletionTimestamp") != null) {
            touched.add(self);
        }
        return touched;
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName key) {
        int slash = key.name().indexOf('/');
        if (slash < 0) {
            for (Found dependent : dependents(context, key.namespace(), key.name())) {
                look(context, dependent);
            }
            return new Result.Done();
        }
        String collection = key.name().substring(0, slash);
        String name = key.name().substring(slash + 1);
        if (collection.equals("owner")) {
            for (Found owner : objects(context, key.namespace())) {
                if (name.equals(owner.object().findString("metadata", "uid"))) {
                    finish(context, owner);
                }
            }
            return new Result.Done();
        }
        for (ApiResource resource : context.server().discovery().all()) {
            if (resource.collection().equals(collection)) {
                Optional<MapNode> object = context.get(resource.kind(), new NamespacedName(key.namespace(), name));
                if (object.isPresent()) {
                    Found found = new Found(resource, object.get());
                    finish(context, found);
                    look(context, found);
                }
                break;
            }
        }
        return new Result.Done();
    }

    private record Found(ApiResource resource, MapNode object) {}

    private static List<Found> objects(LoopContext context, String namespace) {
        List<Found> objects = new ArrayList<>();
        for (ApiResource resource : context.server().discovery().all()) {
            boolean collectable = resource.verbs().contains("delete")
                    && resource.verbs().contains("list")
                    && !resource.resource().resource().equals("events");
            boolean preferred = context.server()
                    .discovery()
                    .preferred(resource.kind().group(), resource.kind().kind())
                    .filter(resource::equals)
                    .isPresent();
            if (!collectable || !preferred || (!resource.namespaced() && !namespace.isEmpty())) {
                continue;
            }
            ApiResponse list = context.server()
                    .handle(ApiRequest.builder(context.client().user(), Verb.LIST, resource.resource())
                            .namespace(resource.namespaced() ? namespace : "")
                            .build());
            for (Node item : list.object().findList("items")) {
                objects.add(new Found(
                        resource,
                        ((MapNode) item)
                                .with("apiVersion", resource.kind().apiVersion())
                                .with("kind", resource.kind().kind())));
            }
        }
        return objects;
    }

    private static List<Found> dependents(LoopContext context, String namespace, String uid) {
        return objects(context, namespace).stream()
                .filter(found -> found.object().findList("metadata", "ownerReferences").stream()
                        .anyMatch(owner -> uid.equals(owner.findString("uid"))))
                .toList();
    }

    /** Deletes the object when all its owners are gone, or drops the references to those that are. */
    private static void look(LoopContext context, Found found) {
        ListNode owners = found.object().findList("metadata", "ownerReferences");
        if (owners.isEmpty() || found.object().find("metadata", "deletionTimestamp") != null) {
            return;
        }
        List<Node> solid = new ArrayList<>();
        List<Node> waiting = new ArrayList<>();
        for (Node owner : owners) {
            Presence presence = presence(context, found, owner);
            if (presence == Presence.UNKNOWN) {
                return;
            }
            if (presence == Presence.PRESENT) {
                solid.add(owner);
            } else if (presence == Presence.DELETING_DEPENDENTS) {
                waiting.add(owner);
            }
        }
        if (!solid.isEmpty()) {
            if (solid.size() < owners.size()) {
                context.patch(
                        found.object(),
                        MapNode.EMPTY.with(
                                "metadata",
                                MapNode.of(
                                        "ownerReferences",
                                        ListNode.of(solid),
                                        "uid",
                                        String.valueOf(found.object().findString("metadata", "uid")))));
            }
            return;
        }
        List<String> finalizers =
                found.object().findList("metadata", "finalizers").strings();
        String policy = finalizers.contains(ORPHAN)
                ? "Orphan"
                : !waiting.isEmpty() || finalizers.contains(FOREGROUND) ? "Foreground" : "Background";
        List<Found> dependents = waiting.isEmpty()
                ? List.of()
                : dependents(
                        context,
                        NamespacedName.of(found.object()).namespace(),
                        String.valueOf(found.object().findString("metadata", "uid")));
        if (dependents.stream().anyMatch(dependent -> isDeletingDependents(dependent.object()))) {
            unblock(context, found.object());
        }
        context.delete(found.object(), !waiting.isEmpty() && dependents.isEmpty() ? "Background" : policy);
    }

    private static boolean isDeletingDependents(MapNode object) {
        return object.find("metadata", "deletionTimestamp") != null
                && object.findList("metadata", "finalizers").strings().contains(FOREGROUND);
    }

    /** In a circle of owners everyone would wait for everyone: this one stops to hold up its owners. */
    private static void unblock(LoopContext context, MapNode object) {
        List<Node> owners = object.findList("metadata", "ownerReferences").stream()
                .map(owner -> owner instanceof MapNode map && map.isTrue("blockOwnerDeletion")
                        ? map.with("blockOwnerDeletion", false)
                        : owner)
                .map(Node::of)
                .toList();
        context.patch(object, MapNode.EMPTY.with("metadata", MapNode.of("ownerReferences", ListNode.of(owners))));
    }

    private enum Presence {
        PRESENT,
        DELETING_DEPENDENTS,
        ABSENT,
        UNKNOWN
    }

    private static Presence presence(LoopContext context, Found dependent, Node owner) {
        Optional<ApiResource> resource = context.server().discovery().find(GroupVersionKind.of(owner));
        if (resource.isEmpty()) {
            return Presence.UNKNOWN;
        }
        boolean inNamespace = resource.get().namespaced();
        if (inNamespace && !dependent.resource().namespaced()) {
            return Presence.UNKNOWN;
        }
        String namespace = inNamespace ? NamespacedName.of(dependent.object()).namespace() : "";
        Optional<MapNode> live = context.get(
                resource.get().kind(), new NamespacedName(namespace, String.valueOf(owner.findString("name"))));
        boolean same = live.isPresent()
                && String.valueOf(owner.findString("uid")).equals(live.get().findString("metadata", "uid"));
        if (!same) {
            return Presence.ABSENT;
        }
        return isDeletingDependents(live.get()) ? Presence.DELETING_DEPENDENTS : Presence.PRESENT;
    }

    /** Goes on with a foreground or orphaning deletion of an owner. */
    private static void finish(LoopContext context, Found owner) {
        MapNode object = owner.object();
        List<String> finalizers = object.findList("metadata", "finalizers").strings();
        if (object.find("metadata", "deletionTimestamp") == null) {
            return;
        }
        String uid = String.valueOf(object.findString("metadata", "uid"));
        List<Found> dependents = finalizers.contains(FOREGROUND) || finalizers.contains(ORPHAN)
                ? dependents(context, NamespacedName.of(object).namespace(), uid)
                : List.of();
        if (finalizers.contains(ORPHAN)) {
            dependents.forEach(dependent -> orphan(context, dependent, uid));
            removeFinalizer(context, object, ORPHAN);
        } else if (finalizers.contains(FOREGROUND)) {
            boolean blocked = false;
            for (Found dependent : dependents) {
                look(context, dependent);
                MapNode now = context.get(dependent.resource().kind(), NamespacedName.of(dependent.object()))
                        .orElse(dependent.object());
                blocked |= now.findList("metadata", "ownerReferences").stream()
                        .anyMatch(o -> uid.equals(o.findString("uid")) && o.isTrue("blockOwnerDeletion"));
            }
            if (!blocked) {
                removeFinalizer(context, object, FOREGROUND);
            }
        }
    }

    private static void orphan(LoopContext context, Found dependent, String uid) {
        List<Node> rest = dependent.object().findList("metadata", "ownerReferences").stream()
                .filter(owner -> !uid.equals(owner.findString("uid")))
                .toList();
        Node value = rest.isEmpty() ? dev.drydock.yaml.ScalarNode.NULL : ListNode.of(rest);
        context.patch(dependent.object(), MapNode.EMPTY.with("metadata", MapNode.of("ownerReferences", value)));
    }

    private static void removeFinalizer(LoopContext context, MapNode object, String finalizer) {
        List<Node> rest = object.findList("metadata", "finalizers").stream()
                .filter(f -> !f.equals(Node.of(finalizer)))
                .toList();
        context.patch(object, MapNode.EMPTY.with("metadata", MapNode.of("finalizers", ListNode.of(rest))));
    }
}
