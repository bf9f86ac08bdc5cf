package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;

/** The errors of the generic registry, in the server's words (apimachinery/pkg/api/errors). */
public final class Statuses {

    private Statuses() {}

    /** 404 for an object. */
    public static Status notFound(GroupVersionResource resource, String name) {
        return new Status(
                404, "NotFound", resource.groupResource() + " \"" + name + "\" not found", details(resource, name));
    }

    /** 404 for a resource that is not served. */
    public static Status noSuchResource() {
        return new Status(404, "NotFound", "the server could not find the requested resource", MapNode.EMPTY);
    }

    /** 409 for a name that is taken. */
    public static Status alreadyExists(GroupVersionResource resource, String name) {
        return new Status(
                409,
                "AlreadyExists",
                resource.groupResource() + " \"" + name + "\" already exists",
                details(resource, name));
    }

    /** 409 for a write that is based on an old state. */
    public static Status conflict(GroupVersionResource resource, String name, String text) {
        return new Status(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + resource.groupResource() + " \"" + name + "\": " + text,
                details(resource, name));
    }

    /** What the storage says of a write that was meant for another object (apiserver/pkg/storage/errors.go). */
    static String storagePrecondition(Call call, String word, String wanted, String found) {
        String root = call.request().dryRun() ? "/" : "/registry/"; // a dry run does not reach the store
        String key = root + StoragePaths.of(call.gvr()) + "/" + call.name();
        return "StorageError: invalid object, Code: 4, Key: " + key
                + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: " + word + " in precondition: "
                + wanted
                + ", " + word + " in object meta: " + found;
    }

    /** The success of a deletion that does not return the object. */
    static MapNode deleted(Call call, MapNode object) {
        MapNode details = MapNode.builder()
                .put("name", object.findText("metadata", "name"))
                .putIfPresent(
                        "group",
                        call.gvr().group().isEmpty() ? null : call.gvr().group())
                .put("kind", call.gvr().resource())
                .put("uid", object.findText("metadata", "uid"))
                .build();
        return success().with("details", details);
    }

    /** A success that there is nothing to say of. */
    static MapNode success() {
        return MapNode.of("kind", "Status", "apiVersion", "v1", "metadata", MapNode.EMPTY)
                .with("status", "Success");
    }

    /** 405. */
    public static Status methodNotSupported(GroupVersionResource resource, String action) {
        return new Status(
                405,
                "MethodNotAllowed",
                action + " is not supported on resources of kind \"" + resource.groupResource() + "\"",
                details(resource, ""));
    }

    /** 405 for a method that a path does not have. */
    public static Status methodNotAllowed() {
        return new Status(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                MapNode.EMPTY);
    }

    /** 415 for a patch of a type that custom resources do not take. */
    static Status unsupportedPatch() {
        return new Status(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include:"
                        + " application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
                null);
    }

    /** 400. */
    public static Status badRequest(String message) {
        return new Status(400, "BadRequest", message, null);
    }

    private static MapNode details(GroupVersionResource resource, String name) {
        return MapNode.builder()
                .putIfPresent("name", name.isEmpty() ? null : name)
                .putIfPresent("group", resource.group().isEmpty() ? null : resource.group())
                .put("kind", resource.resource())
                .build();
    }
}
