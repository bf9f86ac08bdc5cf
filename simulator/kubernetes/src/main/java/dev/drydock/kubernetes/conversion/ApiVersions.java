package dev.drydock.kubernetes.conversion;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** Converts objects between the served versions of their group. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiVersions {

    private ApiVersions() {}

    /** The version in which objects of a kind are stored, where it has a form of its own; else the given one. */
    public static GroupVersionKind stored(GroupVersionKind kind) {
        return kind.groupKind().equals("HorizontalPodAutoscaler.autoscaling")
                ? new GroupVersionKind(kind.group(), "v2", kind.kind())
                : kind;
    }

    /**
     * The object at a version of its group.
     *
     * <p>Only HorizontalPodAutoscalers look different in their two versions; all other built-in kinds are served in one
     * version or in versions of the same form, and custom resources are converted by a changed apiVersion (strategy None).
     *
     * @param apiVersion a served version of the object's group
     */
    public static MapNode convert(MapNode object, String apiVersion) {
        String from = object.findString("apiVersion");
        if (apiVersion.equals(from)) {
            return object;
        }
        MapNode converted = object;
        if ("HorizontalPodAutoscaler".equals(object.findString("kind")) && apiVersion.startsWith("autoscaling/")) {
            converted = apiVersion.equals("autoscaling/v1")
                    ? AutoscalerV1.fromV2(object)
                    : "autoscaling/v1".equals(from) ? AutoscalerV1.toV2(object) : object;
        }
        return converted.with("apiVersion", apiVersion);
    }
}
