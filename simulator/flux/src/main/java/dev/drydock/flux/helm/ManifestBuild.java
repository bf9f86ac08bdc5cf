package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads manifests as objects of kinds that the server knows (helm pkg/kube/client.go, Build; cli-runtime resource). */
final class ManifestBuild {

    private static final GroupVersionKind DEFINITION =
            new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

    private final Client client;
    private final String namespace;

    /** Reads as an identity; objects without a namespace get the given one. */
    ManifestBuild(Client client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * The objects of a manifest in its order; lists are expanded.
     *
     * @param validate whether the kubectl validator looks at the objects first
     * @throws HelmFailure with every error
     */
    List<Resource> build(String manifest, boolean validate) {
        List<Resource> resources = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        List<Node> documents;
        try {
            documents = YamlReader.readAll(manifest, "manifest", YamlMode.KUBERNETES);
        } catch (YamlException e) {
            throw new HelmFailure("error parsing : error converting YAML to JSON: " + e.upstream());
        }
        for (Node document : documents) {
            if (document instanceof ScalarNode scalar && scalar.value() == null) {
                continue;
            }
            for (Node object : flattened(document)) {
                try {
                    resources.add(read(object, validate));
                } catch (HelmFailure e) {
                    errors.add(e.words());
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new HelmFailure(errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]");
        }
        return resources;
    }

    /**
     * The objects of the revision that an action starts from.
     *
     * @throws HelmFailure with every error
     */
    List<Resource> ofCurrent(Release release) {
        try {
            return build(release.manifest(), false);
        } catch (HelmFailure e) {
            throw e.after("unable to build kubernetes objects from current release manifest: ");
        }
    }

    private static List<Node> flattened(Node document) {
        boolean isList = document.findText("kind").endsWith("List") && document.find("items") instanceof ListNode;
        return isList ? document.findList("items").items() : List.of(document);
    }

    private Resource read(Node node, boolean validate) {
        String apiVersion = node.findText("apiVersion");
        String kind = node.findText("kind");
        if (validate) {
            String unset = apiVersion.isEmpty() ? "apiVersion not set" : kind.isEmpty() ? "kind not set" : "";
            if (apiVersion.isEmpty() && kind.isEmpty()) {
                unset = "[apiVersion not set, kind not set]";
            }
            if (!unset.isEmpty()) {
                throw new HelmFailure("error validating \"\": error validating data: " + unset);
            }
        }
        if (kind.isEmpty() || !(node instanceof MapNode object)) {
            throw new HelmFailure("unable to decode \"\": Object 'Kind' is missing in '" + JsonWriter.go(node) + "'");
        }
        GroupVersionKind type = ObjectFields.type(object);
        boolean isKnown = isKnown(type);
        if (validate && !isKnown) {
            checkDefinitions(type);
        }
        checkStrings(object, "labels");
        checkStrings(object, "annotations");
        if (!isKnown) {
            throw new HelmFailure("resource mapping not found for name: \"" + ObjectFields.name(object)
                    + "\" namespace: \"" + ObjectFields.namespace(object) + "\" from \"\": no matches for kind \""
                    + kind + "\" in version \"" + apiVersion + "\"\nensure CRDs are installed first");
        }
        if (!client.isNamespaced(type)) {
            return new Resource(object.withoutPath("metadata", "namespace"), type);
        }
        boolean fills = ObjectFields.namespace(object).isEmpty();
        return new Resource(fills ? object.with(List.of("metadata", "namespace"), namespace) : object, type);
    }

    private boolean isKnown(GroupVersionKind type) {
        try {
            client.isNamespaced(type);
            return true;
        } catch (NoMatchException e) {
            return false;
        }
    }

    /** A kind that is missing from a version that is served could be a custom one, which the validator looks up. */
    private void checkDefinitions(GroupVersionKind type) {
        if (!client.serves(type.group(), type.version())) {
            return;
        }
        ApiResponse response = client.list(DEFINITION, "", "");
        if (!response.isSuccess()) {
            throw new HelmFailure(
                    "error validating \"\": error validating data: failed to check CRD: failed to list CRDs: "
                            + response.message());
        }
    }

    private static void checkStrings(MapNode object, String field) {
        object.findMap("metadata", field).forEach((key, value) -> {
            boolean isText = value instanceof ScalarNode scalar && (scalar.isString() || scalar.value() == null);
            if (!isText) {
                throw new HelmFailure("unable to decode \"\": json: cannot unmarshal " + JsonKind.of(value)
                        + " into Go struct field ObjectMeta.metadata." + field + " of type string");
            }
        });
    }
}
