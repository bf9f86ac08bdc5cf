package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.kinds.defaults.BuiltInDefaults;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;

/** Pods for tests: the smallest one with something added. */
final class Pods {

    private static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");
    private static final MapNode CONTAINER = json("{'name': 'app', 'image': 'nginx:1.27'}");
    private static final MapNode METADATA = json("{'name': 'web', 'namespace': 'team-a'}");

    private Pods() {}

    static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"').replace('`', '\''), "object.json");
    }

    /** The smallest pod with other fields in its spec. */
    static MapNode with(String spec) {
        MapNode merged = merged(MapNode.of("containers", ListNode.of(List.of(CONTAINER))), json(spec));
        return whole(METADATA, merged);
    }

    /** The smallest pod with other fields in its container. */
    static MapNode withContainer(String container) {
        return whole(METADATA, MapNode.of("containers", ListNode.of(List.of(merged(CONTAINER, json(container))))));
    }

    /** The smallest pod with other fields in its metadata and its spec. */
    static MapNode with(String metadata, String spec) {
        MapNode merged = merged(MapNode.of("containers", ListNode.of(List.of(CONTAINER))), json(spec));
        return whole(merged(METADATA, json(metadata)), merged);
    }

    /** The smallest pod with volumes and other fields in its container. */
    static MapNode withVolumes(String volumes, String container) {
        MapNode pod = withContainer(container);
        ListNode list = (ListNode) JsonReader.read(volumes.replace('\'', '"'), "volumes.json");
        return BuiltInDefaults.apply(pod.with(List.of("spec", "volumes"), list), POD);
    }

    /** What is wrong with a new pod, one error a line. */
    static String wrong(MapNode pod) {
        return text(PodCreation.check(pod));
    }

    static String text(FieldErrors errors) {
        return errors.list().stream().map(FieldError::toString).collect(Collectors.joining("; "));
    }

    private static MapNode whole(MapNode metadata, MapNode spec) {
        MapNode pod = MapNode.of("apiVersion", "v1", "kind", "Pod")
                .with("metadata", metadata)
                .with("spec", spec);
        return BuiltInDefaults.apply(pod, POD);
    }

    private static MapNode merged(MapNode into, MapNode more) {
        MapNode result = into;
        for (String key : more.keys()) {
            Node value = more.get(key);
            result = value == null || value.isNull() ? result.without(key) : result.with(key, value);
        }
        return result;
    }
}
