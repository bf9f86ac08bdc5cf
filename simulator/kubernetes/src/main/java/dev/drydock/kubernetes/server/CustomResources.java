package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What CustomResourceDefinitions add to a server. */
final class CustomResources {

    static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    private static final List<String> VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");
    private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");

    private CustomResources() {}

    /** What is served after a change of a definition. */
    record Served(Discovery discovery, SchemaTypes types) {}

    static Served apply(WatchEvent event, Discovery discovery, SchemaTypes types) {
        MapNode definition = event.object();
        String name = definition.findText("metadata", "name");
        SchemaTypes changedTypes = types;
        for (GroupVersionKind kind : kindsOf(event.previous() == null ? definition : event.previous())) {
            changedTypes = changedTypes.without(kind);
        }
        if (event.type() == WatchEvent.Type.DELETED || !isEstablished(definition)) {
            return new Served(discovery.without(name), changedTypes);
        }
        for (Node version : definition.findList("spec", "versions")) {
            changedTypes = changedTypes.with(
                    kindOf(definition, version.findText("name")), version.findMap("schema", "openAPIV3Schema"));
        }
        return new Served(discovery.with(name, resourcesOf(definition)), changedTypes);
    }

    private static boolean isEstablished(MapNode definition) {
        for (Node condition : definition.findList("status", "conditions")) {
            if (condition.findText("type").equals("Established")) {
                return condition.findText("status").equals("True");
            }
        }
        return false;
    }

    private static List<GroupVersionKind> kindsOf(MapNode definition) {
        List<GroupVersionKind> kinds = new ArrayList<>();
        for (Node version : definition.findList("spec", "versions")) {
            kinds.add(kindOf(definition, version.findText("name")));
        }
        return kinds;
    }

    private static GroupVersionKind kindOf(MapNode definition, String version) {
        return new GroupVersionKind(
                definition.findText("spec", "group"), version, definition.findText("spec", "names", "kind"));
    }

    private static List<ApiResource> resourcesOf(MapNode definition) {
        List<ApiResource> resources = new ArrayList<>();
        MapNode names = definition.findMap("spec", "names");
        List<Node> versions =
                new ArrayList<>(definition.findList("spec", "versions").items());
        versions.sort(Comparator.comparing(version -> version.findText("name"), VersionPriority.FIRST));
        for (Node version : versions) {
            if (!version.isTrue("served")) {
                continue;
            }
            String versionName = version.findText("name");
            GroupVersionKind kind = kindOf(definition, versionName);
            Map<String, ApiResource.Subresource> subresources = new HashMap<>();
            if (version.find("subresources", "status") != null) {
                subresources.put("status", new ApiResource.Subresource(kind, SUBRESOURCE_VERBS));
            }
            if (version.find("subresources", "scale") != null) {
                subresources.put(
                        "scale",
                        new ApiResource.Subresource(
                                new GroupVersionKind("autoscaling", "v1", "Scale"), SUBRESOURCE_VERBS));
            }
            resources.add(new ApiResource(
                    new GroupVersionResource(kind.group(), versionName, names.findText("plural")),
                    kind,
                    definition.findText("spec", "scope").equals("Namespaced"),
                    names.findText("singular"),
                    VERBS,
                    names.findList("shortNames").strings(),
                    names.findList("categories").strings(),
                    subresources));
        }
        return resources;
    }
}
