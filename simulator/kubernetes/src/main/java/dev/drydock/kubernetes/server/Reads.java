package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.selector.FieldSelector;
import dev.drydock.kubernetes.selector.LabelSelector;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** GET and LIST. */
final class Reads {

    private final ServerState state;

    Reads(ServerState state) {
        this.state = state;
    }

    ApiResponse get(Call call) {
        MapNode object = state.get(call.resource(), call.name())
                .orElseThrow(() -> new RefusedException(
                        Statuses.notFound(call.gvr(), call.request().name())));
        return new ApiResponse(200, object, call.warnings(), null);
    }

    ApiResponse list(Call call) {
        List<MapNode> items = selected(call).stream()
                .map(item -> item.without(List.of("apiVersion", "kind")))
                .toList();
        return new ApiResponse(
                200,
                MapNode.builder()
                        .put("apiVersion", call.gvr().apiVersion())
                        .put("kind", call.kind().kind() + "List")
                        .put("metadata", MapNode.of("resourceVersion", Long.toString(state.revision())))
                        .put("items", ListNode.of(items))
                        .build(),
                call.warnings(),
                null);
    }

    List<MapNode> selected(Call call) {
        LabelSelector labels = LabelSelector.parse(call.request().labelSelector());
        FieldSelector fields = FieldSelector.parse(call.request().fieldSelector());
        return state.list(call.resource(), call.request().namespace()).stream()
                .filter(object ->
                        labels.matches(object.findMap("metadata", "labels").strings()))
                .filter(fields::matches)
                .toList();
    }
}
