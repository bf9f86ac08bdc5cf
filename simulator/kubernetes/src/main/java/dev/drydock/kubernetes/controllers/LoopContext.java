package dev.drydock.kubernetes.controllers;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a control loop acts with.
 *
 * @param server the server, for what it serves
 * @param kernel time
 * @param reader what the loop reads through: informers, which may see everything
 * @param client what the loop writes through, as its account
 * @param workloads how workloads behave
 * @param fieldManager field manager of its writes
 */
record LoopContext(
        ApiServer server, Kernel kernel, Client reader, Client client, Workloads workloads, String fieldManager) {

    private WriteOptions options() {
        return new WriteOptions(fieldManager, false, false, FieldValidation.IGNORE);
    }

    Optional<MapNode> get(GroupVersionKind kind, NamespacedName name) {
        ApiResponse response = reader.get(kind, name);
        return response.isSuccess() ? Optional.of(response.object()) : Optional.empty();
    }

    /** The objects of a namespace that have this controller as owner, by name. */
    List<MapNode> owned(GroupVersionKind kind, MapNode owner) {
        String uid = String.valueOf(owner.findString("metadata", "uid"));
        return list(kind, NamespacedName.of(owner).namespace(), object -> uid.equals(Owners.controllerUid(object)));
    }

    List<MapNode> list(GroupVersionKind kind, String namespace) {
        return list(kind, namespace, object -> true);
    }

    /** The objects of a namespace that are wanted, by name. */
    List<MapNode> list(GroupVersionKind kind, String namespace, Predicate<Node> wanted) {
        return server.discovery().find(kind).stream()
                .flatMap(resource -> server.objects(resource.resource(), namespace).stream())
                .filter(wanted)
                .toList();
    }

    /** A client of whoever provides what no controller of the cluster makes. */
    Client asProvisioner() {
        return Client.of(server, UserInfo.admin(), "python-requests");
    }

    ApiResponse create(MapNode object) {
        return client.create(object, options());
    }

    ApiResponse update(MapNode object) {
        return client.update(object, "", options());
    }

    /** Writes the status unless it is what the object has. */
    void updateStatus(MapNode live, MapNode changed) {
        if (!live.equals(changed)) {
            client.update(changed, "status", options());
        }
    }

    ApiResponse update(MapNode object, String subresource) {
        return client.update(object, subresource, options());
    }

    /** A JSON merge patch of the object itself. */
    ApiResponse patch(MapNode object, MapNode patch) {
        return client.patch(
                GroupVersionKind.of(object), NamespacedName.of(object), "", PatchType.MERGE, patch, options());
    }

    ApiResponse delete(MapNode object, String propagationPolicy) {
        return client.delete(
                GroupVersionKind.of(object),
                NamespacedName.of(object),
                MapNode.of(
                        "propagationPolicy",
                        propagationPolicy,
                        "preconditions",
                        MapNode.of("uid", String.valueOf(object.findString("metadata", "uid")))));
    }

    void delete(MapNode object) {
        client.delete(
                GroupVersionKind.of(object), NamespacedName.of(object), MapNode.of("propagationPolicy", "Background"));
    }

    String now() {
        return kernel.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A condition that keeps its transition time while its status stays. */
    MapNode condition(Node status, String type, String value, String reason, String message) {
        String transition = now();
        String update = now();
        for (Node old : status.findList("conditions")) {
            if (type.equals(old.findString("type")) && value.equals(old.findString("status"))) {
                transition = text(old, "lastTransitionTime", transition);
                boolean same = reason.equals(old.findString("reason")) && message.equals(old.findString("message"));
                update = same ? text(old, "lastUpdateTime", update) : update;
            }
        }
        return MapNode.builder()
                .put("type", type)
                .put("status", value)
                .put("lastUpdateTime", update)
                .put("lastTransitionTime", transition)
                .put("reason", reason)
                .put("message", message)
                .build();
    }

    private static String text(Node node, String key, String otherwise) {
        String value = node.findString(key);
        return value == null ? otherwise : value;
    }
}
