package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What the loops share that write down which Pods are behind a Service. */
abstract sealed class ServiceLoop implements ControlLoop permits EndpointsLoop, EndpointSliceLoop {

    /** The namespace, all of whose Services are looked at. */
    @Override
    public final List<NamespacedName> touched(WatchEvent event) {
        return List.of("services", "pods").contains(event.resource().groupResource())
                ? List.of(
                        new NamespacedName("", NamespacedName.of(event.object()).namespace()))
                : List.of();
    }

    /** The metadata with labels and with the time of the last change, which is left out where nothing tells it. */
    static MapNode described(MapNode metadata, MapNode labels, String lastChange) {
        MapNode annotations = metadata.findMap("annotations").without(ServicePods.LAST_CHANGE);
        return metadata.with("labels", labels)
                .with(
                        "annotations",
                        lastChange.isEmpty() ? annotations : annotations.with(ServicePods.LAST_CHANGE, lastChange));
    }

    /** Creates an object, or updates the one that there is; the error, empty when all is well or the namespace goes. */
    static String write(LoopContext context, MapNode old, MapNode object) {
        ApiResponse response = old.isEmpty() ? context.create(object) : context.update(object);
        return response.isSuccess() || response.message().contains("being terminated") ? "" : response.message();
    }

    static Result result(String failure) {
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }
}
