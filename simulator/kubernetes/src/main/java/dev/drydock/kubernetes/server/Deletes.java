package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** DELETE of an object and of a collection (apiserver registry/generic/registry/store.go, Delete). */
final class Deletes {

    private static final GroupVersionResource JOBS = new GroupVersionResource("batch", "v1", "jobs");

    private final ServerState state;
    private final Admission admission;
    private final Reads reads;

    Deletes(ServerState state, Reads reads) {
        this.state = state;
        this.admission = new Admission(state);
        this.reads = reads;
    }

    /** Whether no finalizer keeps an object. */
    static boolean isFinished(Call call, MapNode object) {
        boolean namespace = isNamespace(call);
        return Objects.finalizers(object).isEmpty()
                && (!namespace || object.findList("spec", "finalizers").isEmpty());
    }

    /** Whether the time that an object was given to end is over or was never given. */
    static boolean graceIsOver(MapNode object) {
        Long grace = object.findLong("metadata", "deletionGracePeriodSeconds");
        return grace == null || grace == 0;
    }

    private static boolean isNamespace(Call call) {
        return call.gvr().groupResource().equals("namespaces");
    }

    ApiResponse delete(Call request) {
        DeleteOptions options = DeleteOptions.of(request);
        warnOfOrphans(request, options);
        Call call = options.isDryRun() ? request.asDryRun() : request;
        MapNode live = state.get(call.resource(), call.name())
                .orElseThrow(() -> new RefusedException(
                        Statuses.notFound(call.gvr(), call.request().name())));
        MapNode answer = isNamespace(call)
                ? deleteNamespace(call, live, options)
                : call.gvr().equals(Definitions.RESOURCE)
                        ? deleteDefinition(call, live, options)
                        : delete(call, live, options);
        boolean pending = state.get(call.resource(), call.name()).isPresent()
                && !call.request().dryRun();
        return new ApiResponse(pending && options.refusesOrphans() ? 202 : 200, answer, call.warnings(), null);
    }

    ApiResponse deleteCollection(Call request) {
        DeleteOptions options = DeleteOptions.of(request);
        warnOfOrphans(request, options);
        Call call = options.isDryRun() ? request.asDryRun() : request;
        List<Node> items = new ArrayList<>();
        for (MapNode live : reads.selected(call)) {
            delete(about(call, live), live, options);
            items.add(Reads.item(call, live));
        }
        return new ApiResponse(200, Reads.list(call, state.revision(), items), call.warnings(), null);
    }

    /** Says that Pods outlive their Job unless the request decides about them (registry/batch/job/storage). */
    private static void warnOfOrphans(Call call, DeleteOptions options) {
        if (call.gvr().equals(JOBS) && options.leavesDependentsToDefault()) {
            call.warn(List.of("child pods are preserved by default when jobs are deleted; set"
                    + " propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this"
                    + " warning"));
        }
    }

    /** Deletes all objects of a resource as the server itself; answers whether none remains. */
    boolean deleteInstances(Call call) {
        for (MapNode live : state.list(call.resource(), "")) {
            if (!Objects.isDeleting(live)) {
                delete(about(call, live), live, DeleteOptions.NONE, false);
            }
        }
        return state.list(call.resource(), "").isEmpty();
    }

    /** The call as if it were about one of the objects alone. */
    private static Call about(Call call, MapNode live) {
        NamespacedName name = NamespacedName.of(live);
        ApiRequest request = call.request().toBuilder()
                .name(name.name())
                .namespace(name.namespace())
                .build();
        return new Call(request, call.user(), call.resource(), call.warnings(), call.empties());
    }

    private void admit(Call call, MapNode live) {
        admission.mutate(call, Operation.DELETE, null, live);
        admission.validate(call, Operation.DELETE, null, live);
    }

    /** What the deletion answers with: the object, or a Status when it is gone and its kind does not return it. */
    private MapNode delete(Call call, MapNode live, DeleteOptions options) {
        return delete(call, live, options, true);
    }

    private MapNode delete(Call call, MapNode live, DeleteOptions options, boolean admitted) {
        String refusal = call.isCustom()
                ? ""
                : call.rules().refusalOfDeletion(call.request().name());
        if (!refusal.isEmpty()) {
            throw new RefusedException(Forbidden.of(call.gvr(), call.request().name(), refusal));
        }
        options.check(call.kind(), live);
        Graceful graceful = Graceful.of(call, live, options, now());
        if (graceful.isPending()) {
            return answer(call, live);
        }
        MapNode marked = withFinalizers(call, graceful.object(), options);
        boolean mustWait = !Objects.finalizers(marked).isEmpty();
        if (admitted) {
            admit(call, live);
        }
        if (!graceful.isGraceful() && !mustWait) {
            return gone(call, live);
        }
        MapNode updated = graceful.isGraceful() ? marked : markAsDeleting(marked);
        MapNode stored = updated.equals(live) || call.request().dryRun()
                ? updated
                : state.put(call.resource(), call.name(), updated, live);
        if (mustWait || (graceful.isGraceful() && graceful.seconds() > 0)) {
            return stored;
        }
        return call.request().dryRun() ? stored : gone(call, stored);
    }

    private MapNode gone(Call call, MapNode last) {
        if (call.request().dryRun()) {
            return answer(call, last);
        }
        long revision = state.remove(call.resource(), call.name(), last);
        return answer(call, Objects.withMeta(last, "resourceVersion", Long.toString(revision)));
    }

    private static MapNode answer(Call call, MapNode object) {
        return Traits.returnsDeletedObject(call.gvr()) ? object : Statuses.deleted(call, object);
    }

    private Instant now() {
        return state.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Without a grace period: the deletion time stays where an earlier deletion set it. */
    private MapNode markAsDeleting(MapNode object) {
        MapNode marked = object;
        if (!Objects.isDeleting(object)) {
            if (object.find("metadata", "generation") != null) {
                marked = Objects.withMeta(marked, "generation", Generations.next(object));
            }
            marked = Objects.withMeta(marked, "deletionTimestamp", now().toString());
        }
        return Objects.withMeta(marked, "deletionGracePeriodSeconds", 0);
    }

    private static MapNode withFinalizers(Call call, MapNode object, DeleteOptions options) {
        if (!Traits.isGarbageCollected(call.gvr())) {
            return object;
        }
        List<String> old = Objects.finalizers(object);
        List<String> finalizers = options.finalizers(old, Traits.orphansDependents(call.gvr()));
        if (List.copyOf(new java.util.TreeSet<>(old)).equals(List.copyOf(new java.util.TreeSet<>(finalizers)))) {
            return object;
        }
        return finalizers.isEmpty()
                ? Objects.withoutMeta(object, "finalizers")
                : Objects.withMeta(object, "finalizers", ListNode.ofStrings(finalizers));
    }

    /** A definition is first marked; its instances go before it does. */
    private MapNode deleteDefinition(Call call, MapNode live, DeleteOptions options) {
        options.check(call.kind(), live);
        if (Objects.isDeleting(live)) {
            return delete(call, live, options);
        }
        admit(call, live);
        MapNode marked = Definitions.marked(live, now().toString());
        return call.request().dryRun() ? marked : state.put(call.resource(), call.name(), marked, live);
    }

    /** A namespace is first marked, and only removed when its contents are (registry/core/namespace/storage). */
    private MapNode deleteNamespace(Call call, MapNode live, DeleteOptions options) {
        options.checkOfNamespace(call.gvr(), live);
        if (!Objects.isDeleting(live)) {
            admit(call, live);
            MapNode marked = Objects.withMeta(live, "deletionTimestamp", now().toString())
                    .with(List.of("status", "phase"), "Terminating");
            List<String> finalizers = options.finalizers(Objects.finalizers(live), false);
            if (!finalizers.equals(Objects.finalizers(live))) {
                marked = Objects.withMeta(marked, "finalizers", ListNode.ofStrings(finalizers));
            }
            return call.request().dryRun() ? marked : state.put(call.resource(), call.name(), marked, live);
        }
        if (!live.findList("spec", "finalizers").isEmpty()) {
            return live;
        }
        return delete(call, live, options);
    }
}
