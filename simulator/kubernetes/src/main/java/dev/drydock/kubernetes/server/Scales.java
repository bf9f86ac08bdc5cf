package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** The scale subresource: an object is read and written as its Scale (registry/apps/.../storage, ScaleREST). */
final class Scales {

    static final GroupVersionKind SCALE = new GroupVersionKind("autoscaling", "v1", "Scale");

    private final ServerState state;
    private final Writes writes;
    private final Patching patching;
    private final Admission admission;
    private final Updates updates;

    Scales(ServerState state, Updates updates) {
        this.state = state;
        this.writes = new Writes(state);
        this.patching = new Patching(writes);
        this.admission = new Admission(state);
        this.updates = updates;
    }

    ApiResponse get(Call call) {
        MapNode live = live(call);
        ScaleView view = view(call);
        if (view.custom() && !view.hasReplicas(live)) {
            String text = "the spec replicas field \"" + view.specPath() + "\" does not exist";
            MapNode cause = MapNode.of("message", text);
            throw new RefusedException(new Status(
                    500,
                    "InternalError",
                    "Internal error occurred: " + text,
                    MapNode.of("causes", ListNode.of(List.of(cause)))));
        }
        return new ApiResponse(200, view.scaleOf(live), call.warnings(), null);
    }

    ApiResponse put(Call call) {
        MapNode scale = call.inNamespace(writes.decode(call, Writes.bodyOf(call), SCALE));
        call.checkName(scale);
        MapNode live = live(call);
        MapNode old = seen(call, live);
        return write(call, live, writes.fieldManagement(call).update(old, scale, call.manager(), state.now()), old);
    }

    ApiResponse patch(Call call, PatchType type) {
        MapNode live = live(call);
        MapNode old = seen(call, live);
        MapNode scale = type == PatchType.APPLY
                ? patching.applied(call, old, state.now())
                : patching.patched(call, old, type, state.now());
        scale = call.inNamespace(scale);
        call.checkName(scale);
        return write(call, live, scale, old);
    }

    private MapNode seen(Call call, MapNode live) {
        ScaleView view = view(call);
        ListNode owners = view.owners().ofScale(live.findList("metadata", "managedFields"));
        MapNode scale = view.scaleOf(live);
        return owners.isEmpty() ? scale : Objects.withMeta(scale, "managedFields", owners);
    }

    private ApiResponse write(Call call, MapNode live, MapNode tracked, MapNode old) {
        MapNode scale = admission.mutate(call, Operation.UPDATE, tracked, old);
        Long replicas = scale.findLong("spec", "replicas");
        if (replicas != null && replicas < 0) {
            FieldErrors errors = new FieldErrors()
                    .add(FieldError.invalid("spec.replicas", replicas, "must be greater than or equal to 0"));
            throw new RefusedException(errors.toStatus(SCALE, scale.findText("metadata", "name")));
        }
        ScaleView view = view(call);
        ApiResponse response = updates.replace(
                call.ofMainResource(),
                live,
                view.changed(live, scale),
                object -> admission.validate(call, Operation.UPDATE, scale, old));
        return new ApiResponse(response.code(), view.scaleOf(response.object()), response.warnings(), null);
    }

    private ScaleView view(Call call) {
        return ScaleView.of(state, call.resource(), call.isCustom());
    }

    private MapNode live(Call call) {
        return state.get(call.resource(), call.name())
                .orElseThrow(() -> new RefusedException(
                        Statuses.notFound(call.gvr(), call.request().name())));
    }
}
