package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;

/**
 * Served versions that are deprecated: every request for them is warned of (apiserver/pkg/endpoints/installer.go, and
 * customresource_handler.go in apiextensions-apiserver for custom resources).
 */
final class Deprecations {

    private static final Map<GroupVersionResource, String> WARNINGS = Map.of(
            new GroupVersionResource("", "v1", "endpoints"),
            "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
            new GroupVersionResource("", "v1", "componentstatuses"),
            "v1 ComponentStatus is deprecated in v1.19+");

    private Deprecations() {}

    static List<String> of(ServerState state, Call call) {
        if (call.isCustom()) {
            return CustomKinds.definitionOf(state, call.resource())
                    .map(definition -> ofCustom(definition.findMap("spec"), call.kind()))
                    .orElse(List.of());
        }
        String warning = WARNINGS.get(call.gvr());
        return warning == null ? List.of() : List.of(warning);
    }

    private static List<String> ofCustom(MapNode definition, GroupVersionKind kind) {
        for (Node version : definition.findList("versions")) {
            if (kind.version().equals(version.findText("name")) && version.isTrue("deprecated")) {
                String own = version.findString("deprecationWarning");
                return List.of(own == null ? inGeneral(definition, kind) : own);
            }
        }
        return List.of();
    }

    /** Names the best served version that is not deprecated itself, when one is better than this. */
    private static String inGeneral(MapNode definition, GroupVersionKind kind) {
        String warning = kind.group() + "/" + kind.version() + " " + kind.kind() + " is deprecated";
        return definition.findList("versions").stream()
                .filter(version -> version.isTrue("served") && !version.isTrue("deprecated"))
                .map(version -> version.findText("name"))
                .filter(name -> VersionPriority.FIRST.compare(name, kind.version()) < 0)
                .min(VersionPriority.FIRST)
                .map(better -> warning + "; use " + kind.group() + "/" + better + " " + kind.kind())
                .orElse(warning);
    }
}
