package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose feature is off in release 1.36 unless somebody switches it on: the server forgets them, except where an object
 * has them already (pkg/api/pod/util.go, dropDisabledFields).
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DisabledFields {

    private static final List<String> OF_SPEC = List.of("schedulingGroup");
    private static final List<String> OF_SOURCES = List.of("clusterTrustBundle", "podCertificate");
    private static final List<String> CONTAINERS = List.of("containers", "initContainers", "ephemeralContainers");

    private DisabledFields() {}

    /**
     * An object without them.
     *
     * @param old the object that it replaces, null for a new one
     * @param path where its pod spec is
     */
    public static MapNode dropped(MapNode object, @Nullable MapNode old, String... path) {
        if (!(object.find(path) instanceof MapNode spec)) {
            return object;
        }
        MapNode before = old == null ? MapNode.EMPTY : old.findMap(path);
        MapNode dropped = spec;
        for (String field : OF_SPEC) {
            dropped = before.has(field) ? dropped : dropped.without(field);
        }
        for (String field : OF_SOURCES) {
            dropped = hasSource(before, field) ? dropped : withoutSource(dropped, field);
        }
        dropped = hasStopSignal(before) ? dropped : withoutStopSignals(dropped);
        return dropped.equals(spec) ? object : object.with(List.of(path), dropped);
    }

    private static boolean hasSource(MapNode spec, String field) {
        for (Node volume : spec.findList("volumes")) {
            for (Node source : volume.findList("projected", "sources")) {
                if (source.find(field) instanceof MapNode) {
                    return true;
                }
            }
        }
        return false;
    }

    private static MapNode withoutSource(MapNode spec, String field) {
        return each(spec, "volumes", volume -> {
            ListNode sources = volume.findList("projected", "sources");
            ListNode changed = sources.map(source -> source instanceof MapNode map ? map.without(field) : source);
            return changed.equals(sources) ? volume : volume.with(List.of("projected", "sources"), changed);
        });
    }

    private static boolean hasStopSignal(MapNode spec) {
        return CONTAINERS.stream()
                .flatMap(list -> spec.findList(list).items().stream())
                .anyMatch(container ->
                        !container.findText("lifecycle", "stopSignal").isEmpty());
    }

    private static MapNode withoutStopSignals(MapNode spec) {
        MapNode result = spec;
        for (String list : CONTAINERS) {
            result = each(result, list, container -> {
                MapNode lifecycle = container.findMap("lifecycle");
                if (!lifecycle.has("stopSignal")) {
                    return container;
                }
                MapNode rest = lifecycle.without("stopSignal");
                return rest.isEmpty() ? container.without("lifecycle") : container.with("lifecycle", rest);
            });
        }
        return result;
    }

    private static MapNode each(MapNode spec, String list, UnaryOperator<MapNode> change) {
        ListNode items = spec.findList(list);
        ListNode changed = items.map(item -> item instanceof MapNode map ? change.apply(map) : item);
        return changed.equals(items) ? spec : spec.with(list, changed);
    }
}
