package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What the server makes of a new pod before it checks it (pkg/registry/core/pod/strategy.go, PrepareForCreate). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodPreparation {

    private static final String LOCAL = "localhost/";
    private static final String OLD_PROFILE = ": deprecated since v1.30; use the \"appArmorProfile\" field instead";

    private PodPreparation() {}

    /** The pod with its first status, and with fields of AppArmor where it has annotations. */
    public static MapNode prepared(MapNode pod, String now) {
        MapNode status = MapNode.of("phase", "Pending", "qosClass", QualityOfService.of(pod));
        if (!pod.findList("spec", "schedulingGates").isEmpty()) {
            status = status.with("conditions", ListNode.of(List.of(gated(now))));
        }
        MapNode prepared = DisabledFields.dropped(pod, null, "spec").with("status", status);
        prepared = LabelKeys.merged(prepared);
        return isWindows(pod) ? prepared : withAppArmor(prepared);
    }

    private static Node gated(String now) {
        return MapNode.of("type", "PodScheduled", "status", "False")
                .with("lastProbeTime", dev.drydock.yaml.ScalarNode.NULL)
                .with("lastTransitionTime", now)
                .with("reason", "SchedulingGated")
                .with("message", "Scheduling is blocked due to non-empty scheduling gates");
    }

    private static boolean isWindows(MapNode pod) {
        return pod.findText("spec", "os", "name").equals("windows");
    }

    /** Annotations of AppArmor that the pod should rather say by fields. */
    public static List<String> warnings(MapNode pod) {
        List<String> warnings = new ArrayList<>();
        if (isWindows(pod)) {
            return warnings;
        }
        for (String list : Containers.LISTS) {
            for (Node container : pod.findList("spec", list)) {
                String key = PodAnnotations.APP_ARMOR + container.findText("name");
                String value = pod.findMap("metadata", "annotations").findString(key);
                if (value != null && !hasProfile(container)) {
                    MapNode profile = profile(value);
                    if (profile.isEmpty() || !profile.equals(podProfile(pod))) {
                        warnings.add("metadata.annotations[" + key + "]" + OLD_PROFILE);
                    }
                }
            }
        }
        return warnings;
    }

    private static boolean hasProfile(Node container) {
        Node profile = container.find("securityContext", "appArmorProfile");
        return profile != null && !profile.isNull();
    }

    private static MapNode podProfile(MapNode pod) {
        return pod.findMap("spec", "securityContext", "appArmorProfile");
    }

    private static MapNode withAppArmor(MapNode pod) {
        MapNode annotations = pod.findMap("metadata", "annotations");
        MapNode result = pod;
        for (String list : Containers.LISTS) {
            ListNode containers = pod.findList("spec", list);
            ListNode changed = containers.map(container -> {
                String value = annotations.findString(PodAnnotations.APP_ARMOR + container.findText("name"));
                return value == null ? container : withField(container, profile(value), podProfile(pod));
            });
            if (!changed.equals(containers)) {
                result = result.with(List.of("spec", list), changed);
            }
        }
        return result;
    }

    private static Node withField(Node container, MapNode profile, MapNode ofPod) {
        return container instanceof MapNode map && !hasProfile(map) && !profile.isEmpty() && !profile.equals(ofPod)
                ? map.with(List.of("securityContext", "appArmorProfile"), profile)
                : container;
    }

    /** The profile that an annotation means, empty when it means none that may be set. */
    static MapNode profile(String annotation) {
        String path = annotation.startsWith(LOCAL) ? annotation.substring(LOCAL.length()) : "";
        if (!path.isEmpty() && path.strip().equals(path)) {
            return MapNode.of("type", "Localhost", "localhostProfile", path);
        }
        return switch (annotation) {
            case "runtime/default" -> MapNode.of("type", "RuntimeDefault");
            case "unconfined" -> MapNode.of("type", "Unconfined");
            default -> MapNode.EMPTY;
        };
    }
}
