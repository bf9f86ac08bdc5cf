package dev.drydock.conformance.flux;

import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/**
 * Which objects a Receiver annotates for one of its resources (notification-controller, receiver_handlers.go). Nothing
 * delivers to a Receiver in a simulation, so that only the corpus asks.
 */
final class ReceiverTargets {

    private static final Map<String, String> API_VERSIONS = Map.of(
            "Bucket", "source.toolkit.fluxcd.io/v1",
            "HelmChart", "source.toolkit.fluxcd.io/v1",
            "HelmRepository", "source.toolkit.fluxcd.io/v1",
            "GitRepository", "source.toolkit.fluxcd.io/v1",
            "OCIRepository", "source.toolkit.fluxcd.io/v1",
            "ImageRepository", "image.toolkit.fluxcd.io/v1",
            "ArtifactGenerator", "source.extensions.fluxcd.io/v1beta1");

    private ReceiverTargets() {}

    /** Lists objects of a type in a namespace, in the order of their names. */
    @FunctionalInterface
    interface Listing {
        /** The objects. */
        List<MapNode> list(GroupVersionKind type, String namespace);
    }

    /** A resource that cannot be notified; the message is the controller's. */
    static final class ReceiverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReceiverException(String message) {
            super(message);
        }
    }

    /**
     * The objects that a resource names.
     *
     * @param namespace namespace of the Receiver
     * @param resource an entry of {@code spec.resources}
     * @throws ReceiverException in the controller's words
     */
    static List<MapNode> find(
            String namespace, MapNode resource, boolean noCrossNamespaceRefs, ObjectLookup lookup, Listing listing) {
        String named = resource.findText("namespace");
        if (noCrossNamespaceRefs && !named.isEmpty() && !named.equals(namespace)) {
            throw new ReceiverException("cross-namespace references are not allowed");
        }
        String target = named.isEmpty() ? namespace : named;
        GroupVersionKind type = type(resource);
        String name = resource.findText("name");
        if (name.equals("*")) {
            if (!(resource.get("matchLabels") instanceof MapNode labels)) {
                throw new ReceiverException("matchLabels field not set when using wildcard '*' as name");
            }
            return listing.list(type, target).stream()
                    .filter(object -> hasAll(object, labels))
                    .toList();
        }
        ObjectLookup.Answer answer = lookup.read(type, target, name);
        if (answer instanceof ObjectLookup.Found found) {
            return List.of(found.object());
        }
        throw new ReceiverException("unable to read " + type.kind() + " \"" + target + "/" + name + "\" error: "
                + ((ObjectLookup.Failed) answer).error());
    }

    private static boolean hasAll(MapNode object, MapNode labels) {
        return ObjectFields.labels(object)
                .entrySet()
                .containsAll(labels.strings().entrySet());
    }

    private static GroupVersionKind type(MapNode resource) {
        String kind = ObjectFields.kind(resource);
        String apiVersion = ObjectFields.apiVersion(resource);
        if (apiVersion.isEmpty()) {
            apiVersion = API_VERSIONS.getOrDefault(kind, "");
        }
        if (apiVersion.isEmpty()) {
            throw new ReceiverException("apiVersion must be specified for kind \"" + kind + "\"");
        }
        return GroupVersionKind.of(apiVersion, kind);
    }
}
