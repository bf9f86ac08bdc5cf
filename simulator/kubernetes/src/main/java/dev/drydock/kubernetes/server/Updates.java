package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;
import java.util.function.Consumer;

/** PUT and PATCH (apiserver registry/generic/registry/store.go, Update; endpoints/handlers/update.go and patch.go). */
final class Updates {

    private final ServerState state;
    private final Writes writes;
    private final Patching patching;
    private final Admission admission;
    private final Creates creates;

    Updates(ServerState state, Creates creates) {
        this.state = state;
        this.writes = new Writes(state);
        this.patching = new Patching(writes);
        this.admission = new Admission(state);
        this.creates = creates;
    }

    ApiResponse put(Call call) {
        MapNode object = call.inNamespace(writes.decode(call, Writes.bodyOf(call)));
        call.checkName(object);
        object = Metadata.withoutRepeatedOwners(call, object, false);
        Optional<MapNode> live = live(call);
        if (live.isPresent()) {
            checkUid(call, live.get(), object);
            MapNode tracked = writes.fieldManagement(call).update(live.get(), object, call.manager(), state.now());
            return replace(call, live.get(), admitted(call, tracked, live.get()));
        }
        if (!Traits.isCreatedByUpdate(call.gvr())
                || !call.request().subresource().isEmpty()) {
            throw missing(call);
        }
        MapNode tracked = writes.fieldManagement(call).update(null, object, call.manager(), state.now());
        return create(call, tracked);
    }

    ApiResponse patch(Call call, PatchType type) {
        if (type == PatchType.STRATEGIC && call.isCustom()) {
            throw new RefusedException(Statuses.unsupportedPatch());
        }
        Optional<MapNode> live = live(call);
        boolean creates =
                type == PatchType.APPLY && call.request().subresource().isEmpty();
        if (live.isEmpty() && !creates) {
            throw missing(call);
        }
        MapNode patched = type == PatchType.APPLY
                ? patching.applied(call, live.orElse(null), state.now())
                : patching.patched(call, live.get(), type, state.now());
        String uid = patched.findText("metadata", "uid");
        if (live.isEmpty() && !uid.isEmpty()) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(),
                    call.request().name(),
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found"));
        }
        patched = call.inNamespace(patched);
        call.checkName(patched);
        patched = Metadata.withoutRepeatedOwners(call, patched, false);
        if (live.isEmpty()) {
            return create(call, patched);
        }
        return replace(call, live.get(), admitted(call, patched, live.get()));
    }

    private ApiResponse create(Call call, MapNode object) {
        MapNode admitted = admission.mutate(call, Operation.CREATE, object, null);
        writes.checkEscalation(call, admitted, null);
        return creates.createByUpdate(call, admitted);
    }

    private MapNode admitted(Call call, MapNode object, MapNode live) {
        MapNode admitted = admission.mutate(call, Operation.UPDATE, object, live);
        admitted = Metadata.withoutRepeatedOwners(call, admitted, true);
        writes.checkEscalation(call, admitted, live);
        return admitted;
    }

    private Optional<MapNode> live(Call call) {
        return state.get(call.resource(), call.name());
    }

    private static RefusedException missing(Call call) {
        return new RefusedException(Statuses.notFound(call.gvr(), call.request().name()));
    }

    /** Stores an admitted object in the place of the live one. */
    private ApiResponse replace(Call call, MapNode live, MapNode admitted) {
        return replace(call, live, admitted, object -> admission.validate(call, Operation.UPDATE, object, live));
    }

    /** The same where something else than the object is asked about, as its scale. */
    ApiResponse replace(Call call, MapNode live, MapNode admitted, Consumer<MapNode> validation) {
        MapNode object = Metadata.restored(withVersion(call, live, admitted), live);
        object = writes.begun(call, object, live);
        object = separateStatus(call, live, object);
        String subresource = call.request().subresource();
        if (subresource.isEmpty()) {
            object = call.rules().prepareForUpdate(object, live);
        } else if (!call.isStatus()) {
            object = call.rules().prepareSubresource(subresource, object, live);
        }
        object = withGeneration(call, live, object);
        writes.refuseIfInvalid(call, object, writes.validateUpdate(call, object, live));
        call.warn(call.rules().warningsOnUpdate(object, live));
        writes.warnOfFinalizers(call, object, live);
        object = FieldManagement.keepTimesOfNoChange(live, object);
        validation.accept(object);
        return new ApiResponse(200, store(call, live, object), call.warnings(), null);
    }

    private MapNode store(Call call, MapNode live, MapNode prepared) {
        NamespacedName name = call.name();
        MapNode object = Metadata.asStored(call, prepared);
        boolean isStale = state.isReadOtherwise(call.resource(), name);
        if (call.request().dryRun() || (object.equals(live) && !isStale)) {
            return writes.readBack(call, object);
        }
        if (Objects.isDeleting(live) && Deletes.isFinished(call, object) && Deletes.graceIsOver(live)) {
            state.remove(call.resource(), name, object);
            return object;
        }
        MapNode read = writes.readBack(call, object);
        MapNode stored = state.put(call.resource(), name, read, live);
        state.note(call.resource(), name, !read.equals(object));
        return stored;
    }

    /** The object with the resourceVersion of the live one, which must be what it names. */
    private MapNode withVersion(Call call, MapNode live, MapNode object) {
        String wanted = object.findText("metadata", "resourceVersion");
        String current = live.findText("metadata", "resourceVersion");
        if (wanted.isEmpty() || wanted.equals("0")) {
            if (!Traits.allowsUnconditionalUpdate(call.gvr(), call.isCustom())) {
                throw new RefusedException(new FieldErrors()
                        .add(FieldError.invalid("metadata.resourceVersion", 0, "must be specified for an update"))
                        .toStatus(
                                new GroupVersionKind(
                                        call.gvr().group(),
                                        call.gvr().version(),
                                        call.gvr().resource()),
                                call.request().name()));
            }
            return Objects.withMeta(object, "resourceVersion", current);
        }
        Writes.checkVersion(object);
        if (!wanted.equals(current)) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(),
                    call.request().name(),
                    "the object has been modified; please apply your changes to the latest version and try again"));
        }
        return object;
    }

    /** A PUT with a uid is for that very object (apiserver/pkg/storage/interfaces.go). */
    private static void checkUid(Call call, MapNode live, MapNode object) {
        String uid = object.findText("metadata", "uid");
        String found = live.findText("metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(found)) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(), call.request().name(), Statuses.storagePrecondition(call, "UID", uid, found)));
        }
    }

    /** The main resource leaves the status alone, and the status subresource the spec and often more. */
    private MapNode separateStatus(Call call, MapNode live, MapNode object) {
        Node managers = object.find("metadata", "managedFields");
        MapNode separated = writes.resetFields(call).restored(object, live);
        return managers == null
                ? Objects.withoutMeta(separated, "managedFields")
                : Objects.withMeta(separated, "managedFields", managers);
    }

    private MapNode withGeneration(Call call, MapNode live, MapNode object) {
        boolean custom = call.isCustom();
        MapNode compared = Generations.heedEmpties(call.gvr()) ? call.empties().restored(object) : object;
        boolean changed = Generations.areRaised(call.gvr(), custom)
                && !call.isStatus()
                && Generations.differ(call.gvr(), compared, live, custom && !call.hasStatusSubresource());
        return changed ? Objects.withMeta(object, "generation", Generations.next(live)) : object;
    }
}
