package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import java.util.List;
import java.util.Map;

/** Served versions that are deprecated: every request for them is warned of (apiserver/pkg/endpoints/installer.go). */
final class Deprecations {

    private static final Map<GroupVersionResource, String> WARNINGS = Map.of(
            new GroupVersionResource("", "v1", "endpoints"),
            "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
            new GroupVersionResource("", "v1", "componentstatuses"),
            "v1 ComponentStatus is deprecated in v1.19+");

    private Deprecations() {}

    static List<String> of(GroupVersionResource resource) {
        String warning = WARNINGS.get(resource);
        return warning == null ? List.of() : List.of(warning);
    }
}
