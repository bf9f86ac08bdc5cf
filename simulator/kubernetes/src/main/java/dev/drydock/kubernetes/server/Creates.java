package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.rbac.AccessReviews;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;

/** POST, and the creating half of apply (apiserver registry/generic/registry/store.go, Create). */
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
        MapNode object = call.inNamespace(writes.decode(call, Writes.bodyOf(call), call.kind()));
        if (AccessReviews.concerns(call.gvr())) {
            return review(call, object);
        }
        MapNode tracked = writes.fieldManagement(call).update(null, object, call.manager(), state.now());
        return create(call, tracked);
    }

    private ApiResponse review(Call call, MapNode object) {
        AccessReviews.Answer answer = new AccessReviews(state.authorizer().policy(), state.authorizer())
                .answer(call.gvr(), call.request().namespace(), call.user(), object);
        if (answer instanceof AccessReviews.Answer.Refused refused) {
            throw new RefusedException(refused.status());
        }
        return new ApiResponse(201, ((AccessReviews.Answer.Reviewed) answer).review(), call.warnings(), null);
    }

    /** Stores an object that is decoded and whose managers are noted. */
    ApiResponse create(Call call, MapNode decoded) {
        MapNode object = admission.mutate(call, Operation.CREATE, decoded, null);
        writes.checkEscalation(call, object, null);
        if (call.hasStatusSubresource()) {
            object = object.without("status");
        }
        object = call.rules().prepareForCreate(object);
        object = writes.withSystemFields(call, object);
        NamespacedName name = Objects.nameOf(object);
        FieldErrors errors = new FieldErrors();
        if (name.name().isEmpty()) {
            errors.add(FieldError.required("metadata.name", "name or generateName is required"));
        }
        errors.addAll(call.rules().validateCreate(object));
        writes.refuseIfInvalid(call, object, errors);
        call.warnings().addAll(call.rules().warningsOnCreate(object));
        admission.validate(call, Operation.CREATE, object, null);
        if (state.get(call.resource(), name).isPresent()) {
            throw new RefusedException(Statuses.alreadyExists(call.gvr(), name.name()));
        }
        MapNode stored = call.request().dryRun() ? object : state.put(call.resource(), name, object, null);
        return new ApiResponse(201, stored, call.warnings(), null);
    }
}
