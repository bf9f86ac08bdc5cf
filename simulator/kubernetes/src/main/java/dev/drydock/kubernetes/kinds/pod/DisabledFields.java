package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/** Fields whose feature is switched off: the server forgets them (pkg/api/pod/util.go, dropDisabledFields). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DisabledFields {

    private static final List<String> OF_SPEC = List.of("schedulingGroup");

    private DisabledFields() {}

    /** A pod without them. */
    public static MapNode dropped(MapNode pod) {
        return pod.get("spec") instanceof MapNode spec ? pod.with("spec", ofSpec(spec)) : pod;
    }

    private static Node ofSpec(MapNode spec) {
        return spec.without(OF_SPEC);
    }
}
