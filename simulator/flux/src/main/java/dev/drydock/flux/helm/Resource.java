package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/**
 * One object of a manifest whose kind the server knows (cli-runtime resource.Info).
 *
 * @param object what the manifest says, with the namespace filled in
 * @param kind its kind
 */
record Resource(MapNode object, GroupVersionKind kind) {

    String name() {
        return ObjectFields.name(object);
    }

    String namespace() {
        return ObjectFields.namespace(object);
    }

    NamespacedName key() {
        return new NamespacedName(namespace(), name());
    }

    boolean hasGeneratedName() {
        return name().isEmpty() && !object.findText("metadata", "generateName").isEmpty();
    }

    /** Whether both are the same object, in whichever version. */
    boolean isSame(Resource other) {
        return kind.groupKind().equals(other.kind.groupKind()) && key().equals(other.key());
    }

    /** Whether both are the same object in the same version. */
    boolean isSameVersion(Resource other) {
        return kind.equals(other.kind) && key().equals(other.key());
    }

    /** {@code namespace/name group/version, Kind=Kind}. */
    String described() {
        String version = kind.group().isEmpty() ? "/" + kind.version() : kind.apiVersion();
        return namespace() + "/" + name() + " " + version + ", Kind=" + kind.kind();
    }

    /** {@code Kind "name" in namespace "namespace"}. */
    String named() {
        return kind.kind() + " \"" + name() + "\" in namespace \"" + namespace() + "\"";
    }

    /** The object as one of a release: Helm's label and annotations (pkg/action/validate.go, setMetadataVisitor). */
    Resource ownedBy(Release release) {
        MapNode owned = object.with(List.of("metadata", "labels", "app.kubernetes.io/managed-by"), "Helm")
                .with(List.of("metadata", "annotations", "meta.helm.sh/release-name"), release.name())
                .with(List.of("metadata", "annotations", "meta.helm.sh/release-namespace"), release.namespace());
        return new Resource(owned, kind);
    }

    Resource labelled(Map<String, String> labels) {
        MapNode labelled = object;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            labelled = labelled.with(List.of("metadata", "labels", label.getKey()), label.getValue());
        }
        return new Resource(labelled, kind);
    }
}
