package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The paths that are no resources: health, version and discovery. */
final class Endpoints {

    private static final MapNode VERSION = MapNode.builder()
            .put("major", "1")
            .put("minor", "36")
            .put("gitVersion", "v1.36.3")
            .put("platform", "linux/amd64")
            .build();

    private Endpoints() {}

    static RestResponse answer(ApiServer server, String method, String path) {
        if (!method.equals("GET")) {
            return RestResponse.empty(405);
        }
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return switch (trimmed) {
            case "/healthz", "/livez", "/readyz" -> RestResponse.text(200, "ok");
            case "/version" -> RestResponse.object(VERSION);
            case "/api" -> RestResponse.object(apiVersions());
            case "/apis" -> RestResponse.object(groups(server));
            case "/openapi/v3" -> RestResponse.object(openApi(server));
            case "/", "/metrics", "/openapi/v2" -> throw new NotModelledException("the content of " + trimmed);
            default -> discovery(server, trimmed);
        };
    }

    private static MapNode apiVersions() {
        return MapNode.of("kind", "APIVersions", "versions", ListNode.ofStrings(List.of("v1")));
    }

    private static Map<String, Set<String>> versionsByGroup(ApiServer server) {
        Map<String, Set<String>> versions = new LinkedHashMap<>();
        for (ApiResource resource : server.discovery().all()) {
            versions.computeIfAbsent(resource.resource().group(), group -> new LinkedHashSet<>())
                    .add(resource.resource().version());
        }
        return versions;
    }

    private static MapNode groups(ApiServer server) {
        List<Node> groups = new ArrayList<>();
        versionsByGroup(server).forEach((group, versions) -> {
            if (!group.isEmpty()) {
                groups.add(group(group, versions));
            }
        });
        return MapNode.of("kind", "APIGroupList", "apiVersion", "v1", "groups", ListNode.of(groups));
    }

    private static MapNode group(String group, Set<String> versions) {
        List<Node> served = new ArrayList<>();
        for (String version : versions) {
            served.add(MapNode.of("groupVersion", group + "/" + version, "version", version));
        }
        return MapNode.of("name", group, "versions", ListNode.of(served), "preferredVersion", served.get(0));
    }

    private static MapNode openApi(ApiServer server) {
        MapNode.Builder paths = MapNode.builder();
        versionsByGroup(server).forEach((group, versions) -> {
            for (String version : versions) {
                String path = group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
                paths.put(path, MapNode.of("serverRelativeURL", "/openapi/v3/" + path));
            }
        });
        return MapNode.of("paths", paths.build());
    }

    /** {@code /apis/GROUP}, {@code /apis/GROUP/VERSION} and {@code /api/v1}. */
    private static RestResponse discovery(ApiServer server, String path) {
        String[] parts = path.substring(1).split("/", -1);
        Map<String, Set<String>> known = versionsByGroup(server);
        if (parts[0].equals("apis") && parts.length == 2 && known.containsKey(parts[1])) {
            MapNode group = group(parts[1], known.get(parts[1]));
            return RestResponse.object(MapNode.builder()
                    .put("kind", "APIGroup")
                    .put("apiVersion", "v1")
                    .putAll(group)
                    .build());
        }
        boolean isCore = parts[0].equals("api") && parts.length == 2;
        if (isCore || (parts[0].equals("apis") && parts.length == 3)) {
            String group = isCore ? "" : parts[1];
            String version = parts[parts.length - 1];
            if (server.discovery().hasVersion(group, version)) {
                return RestResponse.object(resources(server, group, version));
            }
        }
        return RestResponse.text(404, "404 page not found\n");
    }

    private static MapNode resources(ApiServer server, String group, String version) {
        List<Node> resources = new ArrayList<>();
        for (ApiResource resource : server.discovery().all()) {
            if (resource.resource().group().equals(group)
                    && resource.resource().version().equals(version)) {
                resources.addAll(ResourceEntries.of(server, resource));
            }
        }
        return MapNode.builder()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version)
                .put("resources", ListNode.of(resources))
                .build();
    }
}
