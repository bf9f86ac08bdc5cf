package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Endpoints, which endpoint slices replace (pkg/registry/core/endpoint/strategy.go). */
final class EndpointsRules implements KindRules {

    private static final List<String> DEPRECATED =
            List.of("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return DEPRECATED;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return DEPRECATED;
    }
}
