package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** DELETE of an object and of a collection (apiserver registry/generic/registry/store.go, Delete). */
final class Deletes {

    private final ServerState state;
    private final Admission admission;
    private final Reads reads;

    Deletes(ServerState state, Reads reads) {
        this.state = state;
        this.admission = new Admission(state);
        this.reads = reads;
    }

    /** Whether an object whose deletion was asked for may go now. */
    static boolean isFinished(Call call, MapNode object) {
        boolean namespace = call.gvr().groupResource().equals("namespaces");
        return Objects.finalizers(object).isEmpty()
                && (!namespace || object.findList("spec", "finalizers").isEmpty());
    }

    ApiResponse delete(Call call) {
        MapNode options = optionsOf(call);
        MapNode live = state.get(call.resource(), call.name())
                .orElseThrow(() -> new RefusedException(
                        Statuses.notFound(call.gvr(), call.request().name())));
        checkPreconditions(call, options, live);
        admission.mutate(call, Operation.DELETE, MapNode.EMPTY, live);
        admission.validate(call, Operation.DELETE, null, live);
        return delete(call, live, options);
    }

    ApiResponse deleteCollection(Call call) {
        MapNode options = optionsOf(call);
        List<Node> items = new ArrayList<>();
        for (MapNode live : reads.selected(call)) {
            Call one = Call.of(
                    call.request().toBuilder()
                            .name(Objects.text(live, "metadata", "name"))
                            .namespace(Objects.text(live, "metadata", "namespace"))
                            .build(),
                    call.user(),
                    call.resource());
            admission.validate(one, Operation.DELETE, null, live);
            delete(one, live, options);
            items.add(live.without(List.of("apiVersion", "kind")));
        }
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

    private ApiResponse delete(Call call, MapNode live, MapNode options) {
        MapNode marked = marked(call, live, options);
        if (isFinished(call, marked)) {
            if (!call.request().dryRun()) {
                state.remove(call.resource(), call.name(), live);
            }
            return new ApiResponse(200, success(call, live), call.warnings(), null);
        }
        MapNode stored = call.request().dryRun() || marked.equals(live)
                ? marked
                : state.put(call.resource(), call.name(), marked, live);
        return new ApiResponse(200, stored, call.warnings(), null);
    }

    private MapNode marked(Call call, MapNode live, MapNode options) {
        MapNode object = withPropagation(live, Objects.text(options, "propagationPolicy"));
        if (isFinished(call, object)) {
            return object;
        }
        if (!Objects.isDeleting(object)) {
            object = Objects.withMeta(
                    object,
                    "deletionTimestamp",
                    state.now().truncatedTo(ChronoUnit.SECONDS).toString());
            object = Objects.withMeta(object, "deletionGracePeriodSeconds", 0);
            if (Generations.areCounted(call.gvr(), !state.types().isBuiltIn(call.kind()))) {
                object = Objects.withMeta(object, "generation", Generations.next(live));
            }
        }
        return call.gvr().groupResource().equals("namespaces")
                ? object.with(List.of("status", "phase"), "Terminating")
                : object;
    }

    private static MapNode withPropagation(MapNode live, String policy) {
        List<String> finalizers = new ArrayList<>(Objects.finalizers(live));
        boolean foreground = policy.equals("Foreground");
        boolean orphan = policy.equals("Orphan");
        if (foreground || orphan || policy.equals("Background")) {
            finalizers.remove("foregroundDeletion");
            finalizers.remove("orphan");
        }
        if (foreground) {
            finalizers.add("foregroundDeletion");
        } else if (orphan) {
            finalizers.add("orphan");
        }
        if (finalizers.equals(Objects.finalizers(live))) {
            return live;
        }
        return finalizers.isEmpty()
                ? Objects.withoutMeta(live, "finalizers")
                : Objects.withMeta(live, "finalizers", ListNode.ofStrings(finalizers));
    }

    private static MapNode optionsOf(Call call) {
        RequestBody body = call.request().body().orElse(new RequestBody.Value(MapNode.EMPTY));
        Node node = body instanceof RequestBody.Value value
                ? value.node()
                : JsonReader.read(((RequestBody.Text) body).text(), "body");
        return node instanceof MapNode map ? map : MapNode.EMPTY;
    }

    private static void checkPreconditions(Call call, MapNode options, MapNode live) {
        check(call, options, live, "uid", "UID");
        check(call, options, live, "resourceVersion", "ResourceVersion");
    }

    private static void check(Call call, MapNode options, MapNode live, String field, String word) {
        String wanted = Objects.text(options, "preconditions", field);
        String found = Objects.text(live, "metadata", field);
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(),
                    call.request().name(),
                    "Precondition failed: " + word + " in precondition: " + wanted + ", " + word + " in object meta: "
                            + found));
        }
    }

    private static MapNode success(Call call, MapNode live) {
        MapNode details = MapNode.builder()
                .put("name", call.request().name())
                .putIfPresent(
                        "group",
                        call.gvr().group().isEmpty() ? null : call.gvr().group())
                .put("kind", call.gvr().resource())
                .put("uid", Objects.text(live, "metadata", "uid"))
                .build();
        return MapNode.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", MapNode.EMPTY)
                .put("status", "Success")
                .put("details", details)
                .build();
    }
}
