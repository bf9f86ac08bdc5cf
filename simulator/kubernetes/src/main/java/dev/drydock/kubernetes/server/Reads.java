package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.selector.FieldSelector;
import dev.drydock.kubernetes.selector.LabelSelector;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
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
        List<Node> items = new ArrayList<>();
        selected(call).forEach(object -> items.add(item(call, object)));
        return new ApiResponse(200, list(call, state.revision(), items), call.warnings(), null);
    }

    /** An object as an item of a list; only custom resources keep their type there. */
    static Node item(Call call, MapNode object) {
        return Decoder.isBuiltIn(call.kind()) ? object.without(List.of("apiVersion", "kind")) : object;
    }

    static MapNode list(Call call, long revision, List<Node> items) {
        MapNode metadata = MapNode.of("resourceVersion", Long.toString(revision));
        return MapNode.builder()
                .put("kind", call.kind().kind() + "List")
                .put("apiVersion", call.gvr().apiVersion())
                .put("metadata", call.isCustom() ? metadata.with("continue", "") : metadata)
                .put("items", ListNode.of(items))
                .build();
    }

    List<MapNode> selected(Call call) {
        LabelSelector labels = LabelSelector.parse(call.request().labelSelector());
        FieldSelector fields = FieldSelector.parse(call.request().fieldSelector());
        FieldLabels.check(state, call, fields);
        return state.list(call.resource(), call.request().namespace()).stream()
                .filter(object ->
                        labels.matches(object.findMap("metadata", "labels").strings()))
                .filter(fields::matches)
                .toList();
    }
}
