package dev.drydock.kubernetes.discovery;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A resource that the server serves in one version (APIResourceDiscovery).
 *
 * @param resource its group, version and plural name
 * @param kind its kind
 * @param namespaced whether its objects live in namespaces
 * @param singular singular name
 * @param verbs verbs that it answers
 * @param shortNames short names
 * @param categories categories
 * @param subresources subresources by name
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ApiResource(
        GroupVersionResource resource,
        GroupVersionKind kind,
        boolean namespaced,
        String singular,
        List<String> verbs,
        List<String> shortNames,
        List<String> categories,
        Map<String, Subresource> subresources) {

    /**
     * A subresource.
     *
     * @param kind kind that it answers with
     * @param verbs verbs that it answers
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Subresource(GroupVersionKind kind, List<String> verbs) {}

    /** A resource with copies of the collections. */
    public ApiResource {
        verbs = List.copyOf(verbs);
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
        subresources = Map.copyOf(new TreeMap<>(subresources));
    }

    /** The resource that an entry of aggregated discovery describes. */
    static ApiResource read(MapNode entry) {
        String group = entry.findText("group");
        String version = entry.findText("version");
        Map<String, Subresource> subresources = new TreeMap<>();
        for (Node sub : entry.findList("subresources")) {
            subresources.put(
                    sub.findText("subresource"),
                    new Subresource(
                            kind(sub, group, version), sub.findList("verbs").strings()));
        }
        return new ApiResource(
                new GroupVersionResource(group, version, entry.findText("resource")),
                kind(entry, group, version),
                entry.findText("scope").equals("Namespaced"),
                entry.findText("singularResource"),
                entry.findList("verbs").strings(),
                entry.findList("shortNames").strings(),
                entry.findList("categories").strings(),
                subresources);
    }

    private static GroupVersionKind kind(Node entry, String group, String version) {
        String ownGroup = entry.findText("responseKind", "group");
        String ownVersion = entry.findText("responseKind", "version");
        return ownVersion.isEmpty()
                ? new GroupVersionKind(group, version, entry.findText("responseKind", "kind"))
                : new GroupVersionKind(ownGroup, ownVersion, entry.findText("responseKind", "kind"));
    }

    /** The same resource in another version. */
    public ApiResource atVersion(String version) {
        if (version.equals(resource.version())) {
            return this;
        }
        return new ApiResource(
                new GroupVersionResource(resource.group(), version, resource.resource()),
                new GroupVersionKind(kind.group(), version, kind.kind()),
                namespaced,
                singular,
                verbs,
                shortNames,
                categories,
                subresources);
    }

    /** The collection's name in the store: {@code resource.group}. */
    public String collection() {
        return resource.groupResource();
    }
}
