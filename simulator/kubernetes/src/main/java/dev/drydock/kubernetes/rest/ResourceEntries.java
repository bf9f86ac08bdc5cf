package dev.drydock.kubernetes.rest;

import com.google.common.hash.Hashing;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A resource as discovery shows it; custom ones with their names and subresources (apiextensions-apiserver, customresource_discovery_controller.go). */
final class ResourceEntries {

    private static final GroupVersionResource DEFINITIONS =
            new GroupVersionResource("apiextensions.k8s.io", "v1", "customresourcedefinitions");

    private ResourceEntries() {}

    static List<Node> of(ApiServer server, ApiResource resource) {
        MapNode entry = MapNode.builder()
                .put("name", resource.resource().resource())
                .put("singularName", resource.singular())
                .put("namespaced", resource.namespaced())
                .put("kind", resource.kind().kind())
                .put("verbs", ListNode.ofStrings(resource.verbs()))
                .build();
        if (Discovery.builtIn().find(resource.resource()).isPresent()) {
            return List.of(entry);
        }
        if (!resource.shortNames().isEmpty()) {
            entry = entry.with("shortNames", ListNode.ofStrings(resource.shortNames()));
        }
        if (!resource.categories().isEmpty()) {
            entry = entry.with("categories", ListNode.ofStrings(resource.categories()));
        }
        List<Node> entries = new ArrayList<>();
        entries.add(entry.with("storageVersionHash", storageVersionHash(server, resource)));
        for (String name : List.of("status", "scale")) {
            ApiResource.Subresource subresource = resource.subresources().get(name);
            if (subresource != null) {
                entries.add(subresource(resource, name, subresource));
            }
        }
        return entries;
    }

    private static MapNode subresource(ApiResource resource, String name, ApiResource.Subresource subresource) {
        MapNode.Builder entry = MapNode.builder()
                .put("name", resource.resource().resource() + "/" + name)
                .put("singularName", "")
                .put("namespaced", resource.namespaced());
        GroupVersionKind kind = subresource.kind();
        if (!kind.equals(resource.kind())) {
            entry.put("group", kind.group()).put("version", kind.version());
        }
        return entry.put("kind", kind.kind())
                .put("verbs", ListNode.ofStrings(List.of("get", "patch", "update")))
                .build();
    }

    /** The first bytes of a hash of the kind in the version in which its objects are stored. */
    private static String storageVersionHash(ApiServer server, ApiResource resource) {
        String version = resource.resource().version();
        for (MapNode definition : server.objects(DEFINITIONS)) {
            if (definition.findText("metadata", "name").equals(resource.collection())) {
                for (Node candidate : definition.findList("spec", "versions")) {
                    version = candidate.isTrue("storage") ? candidate.findText("name") : version;
                }
            }
        }
        String kind =
                resource.kind().group() + "/" + version + "/" + resource.kind().kind();
        byte[] hash = Hashing.sha256().hashString(kind, StandardCharsets.UTF_8).asBytes();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, 8));
    }
}
