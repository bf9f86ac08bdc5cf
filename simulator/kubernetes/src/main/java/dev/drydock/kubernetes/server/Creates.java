package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.rbac.AccessReviews;
import dev.drydock.yaml.MapNode;
import java.util.Optional;

/** POST, and the creating half of PUT and apply (apiserver registry/generic/registry/store.go, Create). */
final class Creates {

    private final ServerState state;
    private final Writes writes;
    private final Admission admission;

    Creates(ServerState state) {
        this.state = state;
        this.writes = new Writes(state);
        this.admission = new Admission(state);
    }

    ApiResponse post(Call call) {
        MapNode object = writes.decode(call, Writes.bodyOf(call));
        if (AccessReviews.concerns(call.gvr())) {
            return review(call, writes.fieldManagement(call).update(null, object, call.manager(), state.now()));
        }
        String given = object.findText("metadata", "resourceVersion");
        object = call.inNamespace(Metadata.wiped(object));
        object = Metadata.withoutRepeatedOwners(call, object, false);
        object = writes.fieldManagement(call).update(null, object, call.manager(), state.now());
        object = admission.mutate(call, Operation.CREATE, object, null);
        object = Metadata.withoutRepeatedOwners(call, object, true);
        writes.checkEscalation(call, object, null);
        object = prepared(call, object);
        admission.validate(call, Operation.CREATE, object, null);
        return store(call, object, given);
    }

    private ApiResponse review(Call call, MapNode object) {
        AccessReviews.Answer answer = new AccessReviews(state.authorizer().policy(), state.authorizer())
                .answer(call.gvr(), call.request().namespace(), call.user(), object);
        if (answer instanceof AccessReviews.Answer.Refused refused) {
            throw new RefusedException(refused.status());
        }
        return new ApiResponse(201, ((AccessReviews.Answer.Reviewed) answer).review(), call.warnings(), null);
    }

    /** The creating half of an update; the object is admitted for creation and its managers are noted. */
    ApiResponse createByUpdate(Call call, MapNode admitted) {
        Writes.checkVersion(admitted);
        MapNode object = prepared(call, admitted);
        writes.authorizeCreation(call);
        admission.validate(call, Operation.CREATE, object, null);
        return store(call, object, "");
    }

    /** Nothing new comes into a kind that is on its way out (apiextensions-apiserver, customresource_handler.go). */
    private void refuseIfTerminating(Call call, MapNode object) {
        if (call.isCustom()
                && CustomKinds.definitionOf(state, call.resource())
                        .filter(Objects::isDeleting)
                        .isPresent()) {
            throw new RefusedException(Forbidden.of(
                    call.gvr(),
                    object.findText("metadata", "name"),
                    "create not allowed while custom resource definition is terminating"));
        }
    }

    /** The object as it would be stored, valid (registry/rest/create.go, BeforeCreate). */
    private MapNode prepared(Call call, MapNode admitted) {
        refuseIfTerminating(call, admitted);
        MapNode object = writes.begun(call, writes.withSystemFields(call, admitted), null);
        object = writes.withoutStatus(call, object);
        call.warn(call.rules().warningsBeforeCreate(object));
        object = call.rules().prepareForCreate(object);
        writes.refuseIfInvalid(call, object, writes.validateCreate(call, object));
        call.warn(call.rules().warningsOnCreate(object));
        writes.warnOfFinalizers(call, object, null);
        return object;
    }

    private ApiResponse store(Call call, MapNode object, String givenVersion) {
        // what is no number counts as none
        if (givenVersion.matches("0*[1-9][0-9]{0,18}") && !call.request().dryRun()) {
            throw new RefusedException(
                    new Status(500, "", "resourceVersion should not be set on objects to be created", null));
        }
        NamespacedName name = NamespacedName.of(object);
        Optional<MapNode> taken = state.get(call.resource(), name);
        if (taken.isPresent()) {
            throw new RefusedException(collision(call, name.name(), taken.get()));
        }
        MapNode read = writes.readBack(call, Metadata.asStored(call, object));
        MapNode stored = call.request().dryRun()
                ? Objects.withoutMeta(read, "resourceVersion")
                : state.put(call.resource(), name, read, null);
        if (!call.request().dryRun()) {
            state.note(call.resource(), name, !read.equals(object));
        }
        return new ApiResponse(201, stored, call.warnings(), null);
    }

    private static Status collision(Call call, String name, MapNode taken) {
        Status status = Statuses.alreadyExists(call.gvr(), name);
        return Objects.isDeleting(taken)
                ? new Status(409, status.reason(), "object is being deleted: " + status.message(), status.details())
                : status;
    }
}
