package dev.drydock.kubernetes.discovery;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Everything that a server serves; immutable. Built-in resources come from the recorded discovery of Kubernetes 1.36, custom
 * ones from CustomResourceDefinitions.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Discovery {

    private final ImmutableMap<String, List<ApiResource>> custom; // by name of the definition
    private final ImmutableList<ApiResource> all;
    private final Map<GroupVersionResource, ApiResource> byResource;
    private final Map<GroupVersionKind, ApiResource> byKind;

    private static final class BuiltIn {
        static final List<ApiResource> RESOURCES = load();

        static final Discovery DISCOVERY = new Discovery(ImmutableMap.of());

        private static List<ApiResource> load() {
            try (InputStream in = Discovery.class.getResourceAsStream("discovery.json")) {
                if (in == null) {
                    throw new IllegalStateException("discovery.json is missing");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                ImmutableList.Builder<ApiResource> resources = ImmutableList.builder();
                for (Node entry :
                        (Iterable<Node>) (dev.drydock.yaml.ListNode) JsonReader.read(text, "discovery.json")) {
                    resources.add(ApiResource.read((MapNode) entry));
                }
                return resources.build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Discovery(ImmutableMap<String, List<ApiResource>> custom) {
        this.custom = custom;
        Map<GroupVersionResource, ApiResource> resources = new LinkedHashMap<>();
        Map<GroupVersionKind, ApiResource> kinds = new LinkedHashMap<>();
        ImmutableList.Builder<ApiResource> all = ImmutableList.builder();
        all.addAll(BuiltIn.RESOURCES);
        custom.values().forEach(all::addAll);
        this.all = all.build();
        for (ApiResource resource : this.all) {
            resources.put(resource.resource(), resource);
            kinds.put(resource.kind(), resource);
        }
        this.byResource = resources;
        this.byKind = kinds;
    }

    /** The built-in resources. */
    public static Discovery builtIn() {
        return BuiltIn.DISCOVERY;
    }

    /** This discovery with the resources of a definition, which replace its earlier ones. */
    public Discovery with(String definition, List<ApiResource> resources) {
        Map<String, List<ApiResource>> changed = new LinkedHashMap<>(custom);
        changed.put(definition, List.copyOf(resources));
        return new Discovery(ImmutableMap.copyOf(changed));
    }

    /** This discovery without the resources of a definition. */
    public Discovery without(String definition) {
        if (!custom.containsKey(definition)) {
            return this;
        }
        Map<String, List<ApiResource>> changed = new LinkedHashMap<>(custom);
        changed.remove(definition);
        return new Discovery(ImmutableMap.copyOf(changed));
    }

    /** All resources, built-in ones first; the preferred version of a resource stands before its other versions. */
    public List<ApiResource> all() {
        return all;
    }

    /** The resource of a collection. */
    public Optional<ApiResource> find(GroupVersionResource resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    /** The resource of a kind. */
    public Optional<ApiResource> find(GroupVersionKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The resource of a kind in its preferred version. */
    public Optional<ApiResource> preferred(String group, String kind) {
        return all().stream()
                .filter(r -> r.kind().group().equals(group) && r.kind().kind().equals(kind))
                .findFirst();
    }

    /** Whether any resource of an API group is served. */
    public boolean hasGroup(String group) {
        return all().stream().anyMatch(r -> r.resource().group().equals(group));
    }

    /** Whether any resource of a group and version is served. */
    public boolean hasVersion(String group, String version) {
        return all().stream()
                .anyMatch(r -> r.resource().group().equals(group)
                        && r.resource().version().equals(version));
    }
}
