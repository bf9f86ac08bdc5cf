package dev.drydock.flux.helm;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Helm does with the objects of a release (helm pkg/kube/client.go).
 *
 * @param client acts as the account of the release
 * @param log what Helm logs
 */
record ReleaseObjects(Client client, HelmLog log) {

    static final String MANAGER = "helm-controller";
    private static final MapNode ERROR = MapNode.of("error", MapNode.EMPTY);
    private static final String KEEP = "helm.sh/resource-policy";

    /** An existing object; empty when there is none. */
    Optional<MapNode> get(Resource resource) {
        ApiResponse response;
        try {
            response = client.get(resource.kind(), resource.key());
        } catch (NoMatchException e) {
            throw new HelmFailure("the server could not find the requested resource");
        }
        if (response.code() == 404) {
            return Optional.empty();
        }
        if (!response.isSuccess()) {
            throw new HelmFailure(response.message());
        }
        return Optional.of(response.object());
    }

    /**
     * Those that exist already.
     *
     * @param takes whether they are taken over whoever owns them
     * @throws HelmFailure when one cannot be read, or must not be taken over
     */
    List<Resource> existing(List<Resource> resources, boolean takes, Release release) {
        List<Resource> existing = new ArrayList<>();
        for (Resource resource : resources) {
            if (resource.hasGeneratedName()) {
                continue;
            }
            Optional<MapNode> live;
            try {
                live = get(resource);
            } catch (HelmFailure e) {
                throw e.after("could not get information about the resource " + resource.named() + ": ");
            }
            if (live.isPresent()) {
                if (!takes) {
                    Ownership.check(resource, live.get(), release);
                }
                existing.add(resource);
            }
        }
        return existing;
    }

    /**
     * Creates objects; an error of one does not stop the others.
     *
     * @throws HelmFailure with every error, a line each
     */
    void create(List<Resource> resources, boolean serverSide, boolean force) {
        log.add("creating resource(s)", MapNode.of("resources", resources.size()));
        tellCreation(serverSide, force);
        if (resources.isEmpty()) {
            throw new HelmFailure("no objects visited");
        }
        List<String> errors = new ArrayList<>();
        for (Resource resource : resources) {
            try {
                write(resource, serverSide, force);
            } catch (HelmFailure e) {
                errors.add(e.words());
            }
        }
        if (!errors.isEmpty()) {
            throw new HelmFailure(String.join("\n", errors));
        }
    }

    private void tellCreation(boolean serverSide, boolean force) {
        if (serverSide) {
            log.add(
                    "using server-side apply for resource creation",
                    MapNode.of("dryRun", false, "fieldValidationDirective", "Strict", "forceConflicts", force));
        } else {
            log.add("using client-side apply for resource creation");
        }
    }

    private void write(Resource resource, boolean serverSide, boolean force) {
        if (serverSide) {
            try {
                apply(resource, force);
            } catch (HelmFailure e) {
                log.about("Error creating resource via patch", resource, ERROR);
                throw e;
            }
            log.about("Created resource via patch", resource, MapNode.EMPTY);
            return;
        }
        ApiResponse response = client.create(resource.object(), WriteOptions.as(MANAGER));
        if (!response.isSuccess()) {
            throw new HelmFailure(response.message());
        }
    }

    private void apply(Resource resource, boolean force) {
        WriteOptions options = WriteOptions.as(MANAGER).with(FieldValidation.STRICT);
        ApiResponse response = client.apply(resource.object(), force ? options.withForce() : options);
        if (response.code() == 409) {
            throw new HelmFailure(
                    "conflict occurred while applying object " + resource.described() + ": " + response.message());
        }
        if (!response.isSuccess()) {
            throw new HelmFailure(
                    "server-side apply failed for object " + resource.described() + ": " + response.message());
        }
    }

    /** What an update did before it ended, and its error, empty when there is none. */
    record Updated(List<Resource> created, String error) {}

    /**
     * How an update writes.
     *
     * @param serverSide whether the server applies
     * @param replaces whether objects are replaced
     * @param upgradesManager whether fields that were once written without apply become applied ones
     * @param mergesCustom whether custom resources are merged with what is live
     */
    record UpdateOptions(boolean serverSide, boolean replaces, boolean upgradesManager, boolean mergesCustom) {}

    /** Creates, changes and deletes objects so that the targets are there instead of the originals. */
    Updated update(List<Resource> originals, List<Resource> targets, UpdateOptions options) {
        List<Resource> created = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        tellUpdate(options);
        log.add("checking resources for changes", MapNode.of("resources", targets.size()));
        for (Resource target : targets) {
            Optional<MapNode> live;
            try {
                live = get(target);
            } catch (HelmFailure e) {
                return new Updated(created, "could not get information about the resource: " + e.words());
            }
            try {
                if (live.isEmpty()) {
                    created.add(target);
                    write(target, options.serverSide, options.serverSide);
                    log.ofKind("created a new resource", target, MapNode.EMPTY);
                } else {
                    change(originals, target, live.get(), options);
                }
            } catch (HelmFailure e) {
                if (live.isEmpty()) {
                    return new Updated(created, "failed to create resource: " + e.words());
                }
                errors.add(e.words());
            }
        }
        if (errors.isEmpty()) {
            for (Resource original : originals) {
                if (targets.stream().noneMatch(original::isSame)) {
                    remove(original, errors);
                }
            }
        }
        return new Updated(created, String.join(" && ", errors));
    }

    private void tellUpdate(UpdateOptions options) {
        tellCreation(options.serverSide, options.serverSide);
        if (options.replaces) {
            log.add("using resource replace update strategy", MapNode.of("fieldValidationDirective", "Strict"));
        } else if (options.serverSide) {
            log.add(
                    "using server-side apply for resource update",
                    MapNode.builder()
                            .put("dryRun", false)
                            .put("fieldValidationDirective", "Strict")
                            .put("forceConflicts", true)
                            .put("upgradeClientSideFieldManager", options.upgradesManager)
                            .build());
        } else {
            log.add(
                    "using client-side apply for resource update",
                    MapNode.of("threeWayMergeForUnstructured", options.mergesCustom));
        }
    }

    private void change(List<Resource> originals, Resource target, MapNode live, UpdateOptions options) {
        if (options.replaces) {
            try {
                replace(target, live);
            } catch (HelmFailure e) {
                log.about("error replacing the resource", target, ERROR);
                throw e;
            }
            MapNode kinds = MapNode.of(
                    "initialKind", target.kind().kind(), "kind", target.kind().kind());
            log.add("replace succeeded", kinds.with("name", target.name()));
        } else if (options.serverSide) {
            try {
                apply(target, true);
            } catch (HelmFailure e) {
                log.about("Error patching resource", target, ERROR);
                throw e;
            }
            log.about("Patched resource", target, MapNode.EMPTY);
        } else {
            MapNode original = originals.stream()
                    .filter(target::isSame)
                    .findFirst()
                    .map(Resource::object)
                    .orElse(live);
            ClientSideApply.change(client, original, target, live);
        }
    }

    private void replace(Resource target, MapNode live) {
        String version = live.findText("metadata", "resourceVersion");
        ApiResponse response = client.update(
                target.object().with(List.of("metadata", "resourceVersion"), version),
                "",
                WriteOptions.as(MANAGER).with(FieldValidation.STRICT));
        if (!response.isSuccess()) {
            throw new HelmFailure("failed to replace object: " + response.message());
        }
    }

    private void remove(Resource resource, List<String> errors) {
        log.ofKind("deleting resource", resource, MapNode.EMPTY);
        Optional<MapNode> live;
        try {
            live = get(resource);
        } catch (HelmFailure e) {
            return;
        }
        boolean keeps = live.map(object ->
                        object.findText("metadata", "annotations", KEEP).equals("keep"))
                .orElse(true);
        if (keeps) {
            if (live.isPresent()) {
                log.ofKind(
                        "skipping delete due to annotation", resource, MapNode.of("annotation", KEEP, "value", "keep"));
            } else {
                log.ofKind("unable to get object", resource, ERROR);
            }
            return;
        }
        ApiResponse response = delete(resource, "Background");
        if (!response.isSuccess() && response.code() != 404) {
            errors.add("failed to delete resource namespace=" + resource.namespace() + ", name=" + resource.name()
                    + ", kind=" + resource.kind().kind() + ": " + response.message());
        }
    }

    /**
     * Deletes objects; an error of one does not stop the others.
     *
     * @return the errors
     */
    List<String> delete(List<Resource> resources, String propagation) {
        List<String> errors = new ArrayList<>();
        if (resources.isEmpty()) {
            errors.add("object not found, skipping delete: no objects visited");
        }
        for (Resource resource : resources) {
            log.ofKind("starting delete resource", resource, MapNode.EMPTY);
            ApiResponse response = delete(resource, propagation);
            if (response.code() == 404) {
                MapNode error = MapNode.of("error", MapNode.of("ErrStatus", response.object()));
                log.ofKind("ignoring delete failure", resource, error);
            } else if (!response.isSuccess()) {
                errors.add(response.message());
            }
        }
        return errors;
    }

    private ApiResponse delete(Resource resource, String propagation) {
        try {
            return client.delete(resource.kind(), resource.key(), MapNode.of("propagationPolicy", propagation));
        } catch (NoMatchException e) {
            throw new NotModelledException("deleting objects of a kind that is not served any more");
        }
    }
}
