package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.kubernetes.apply.ApplyOutcome;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.patch.PatchOutcome;
import dev.drydock.kubernetes.patch.Patches;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** PUT and PATCH (apiserver registry/generic/registry/store.go, Update; endpoints/handlers/patch.go). */
final class Updates {

    private final ServerState state;
    private final Writes writes;
    private final Admission admission;
    private final Creates creates;

    Updates(ServerState state, Creates creates) {
        this.state = state;
        this.writes = new Writes(state);
        this.admission = new Admission(state);
        this.creates = creates;
    }

    ApiResponse put(Call call) {
        MapNode object = call.inNamespace(writes.decode(call, Writes.bodyOf(call), call.kind()));
        checkName(call, object);
        MapNode live = live(call).orElseThrow(() -> missing(call));
        MapNode tracked = writes.fieldManagement(call).update(live, object, call.manager(), state.now());
        return update(call, live, tracked);
    }

    ApiResponse patch(Call call, PatchType type) {
        if (type == PatchType.APPLY) {
            return apply(call);
        }
        MapNode live = live(call).orElseThrow(() -> missing(call));
        FieldValidation validation = call.request().fieldValidation().orElse(FieldValidation.WARN);
        RequestBody body = Writes.bodyOf(call);
        PatchOutcome outcome = switch (type) {
            case STRATEGIC -> Patches.strategic(live, body, call.kind(), state.types(), validation);
            case MERGE -> Patches.merge(live, body, call.kind(), state.types(), validation);
            default -> Patches.json(live, body, call.kind(), state.types(), validation);
        };
        if (outcome instanceof PatchOutcome.Refused refused) {
            throw new RefusedException(refused.status());
        }
        PatchOutcome.Patched patched = (PatchOutcome.Patched) outcome;
        writes.report(call, call.kind(), patched.strictProblems());
        MapNode object = writes.decode(call, new RequestBody.Value(patched.document()), call.kind());
        checkName(call, object);
        MapNode tracked = writes.fieldManagement(call).update(live, object, call.manager(), state.now());
        return update(call, live, tracked);
    }

    private ApiResponse apply(Call call) {
        MapNode configuration = call.inNamespace(configuration(call));
        checkName(call, configuration);
        Optional<MapNode> found = live(call);
        if (found.isEmpty()) {
            if (!call.request().subresource().isEmpty()) {
                throw missing(call);
            }
            authorizeCreation(call);
        }
        MapNode live = found.orElse(null);
        ApplyOutcome outcome = writes.fieldManagement(call)
                .apply(live, configuration, call.manager(), call.request().force(), state.now());
        if (outcome instanceof ApplyOutcome.Refused refused) {
            throw new RefusedException(refused.status());
        }
        MapNode merged = ((ApplyOutcome.Merged) outcome).object();
        return live == null ? creates.create(call, merged) : update(call, live, merged);
    }

    private static MapNode configuration(Call call) {
        RequestBody body = Writes.bodyOf(call);
        Node node;
        try {
            node = body instanceof RequestBody.Value value
                    ? value.node()
                    : YamlReader.readAll(((RequestBody.Text) body).text(), "body", YamlMode.KUBERNETES).stream()
                            .findFirst()
                            .orElse(MapNode.EMPTY);
        } catch (YamlException e) {
            throw new RefusedException(Statuses.badRequest("error decoding YAML: " + e.upstream()));
        }
        if (node instanceof MapNode map) {
            return map;
        }
        throw new RefusedException(Statuses.badRequest("error decoding YAML: not an object"));
    }

    private void authorizeCreation(Call call) {
        AuthorizationAttributes attributes = AuthorizationAttributes.resource(
                call.user(),
                "create",
                call.gvr(),
                "",
                call.name().namespace(),
                call.request().name());
        Decision decision = state.authorizer().authorize(attributes);
        if (!decision.isAllowed()) {
            throw new RefusedException(Forbidden.of(attributes, decision.reason()), decision.explanation());
        }
    }

    private Optional<MapNode> live(Call call) {
        return state.get(call.resource(), call.name());
    }

    private static RefusedException missing(Call call) {
        return new RefusedException(Statuses.notFound(call.gvr(), call.request().name()));
    }

    private static void checkName(Call call, MapNode object) {
        String name = Objects.text(object, "metadata", "name");
        if (!name.equals(call.request().name())) {
            throw new RefusedException(Statuses.badRequest(
                    name.isEmpty()
                            ? "name must be provided"
                            : "the name of the object (" + name + ") does not match the name on the URL ("
                                    + call.request().name() + ")"));
        }
    }

    private ApiResponse update(Call call, MapNode live, MapNode decoded) {
        checkVersion(call, live, decoded);
        MapNode object = withSystemFieldsOf(live, decoded);
        object = separateStatus(call, live, object);
        object = admission.mutate(call, Operation.UPDATE, object, live);
        writes.checkEscalation(call, object, live);
        object = call.rules().prepareForUpdate(object, live);
        object = withGeneration(call, live, object);
        object = FieldManagement.keepTimesOfNoChange(live, object);
        FieldErrors errors = call.rules().validateUpdate(object, live);
        writes.refuseIfInvalid(call, object, errors);
        call.warnings().addAll(call.rules().warningsOnUpdate(object, live));
        admission.validate(call, Operation.UPDATE, object, live);
        NamespacedName name = call.name();
        if (call.request().dryRun()) {
            return new ApiResponse(200, object, call.warnings(), null);
        }
        if (Objects.isDeleting(object) && Deletes.isFinished(call, object)) {
            state.remove(call.resource(), name, object);
            return new ApiResponse(200, object, call.warnings(), null);
        }
        if (object.equals(live)) {
            return new ApiResponse(200, live, call.warnings(), null);
        }
        return new ApiResponse(200, state.put(call.resource(), name, object, live), call.warnings(), null);
    }

    private static void checkVersion(Call call, MapNode live, MapNode object) {
        String wanted = Objects.text(object, "metadata", "resourceVersion");
        if (!wanted.isEmpty() && !wanted.equals(Objects.text(live, "metadata", "resourceVersion"))) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(),
                    call.request().name(),
                    "the object has been modified; please apply your changes to the latest version and try again"));
        }
        String uid = Objects.text(object, "metadata", "uid");
        String liveUid = Objects.text(live, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(liveUid)) {
            throw new RefusedException(Statuses.conflict(
                    call.gvr(),
                    call.request().name(),
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + liveUid));
        }
    }

    private static MapNode withSystemFieldsOf(MapNode live, MapNode object) {
        MapNode metadata = object.findMap("metadata");
        for (String field : List.of(
                "uid",
                "creationTimestamp",
                "resourceVersion",
                "generation",
                "selfLink",
                "deletionTimestamp",
                "deletionGracePeriodSeconds")) {
            Node value = live.find("metadata", field);
            metadata = value == null ? metadata.without(field) : metadata.with(field, value);
        }
        return object.with("metadata", metadata);
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
        boolean custom = writes.isCustom(call);
        boolean changed = Generations.areCounted(call.gvr(), custom)
                && !call.isStatus()
                && Generations.differ(object, live, custom && !call.hasStatusSubresource());
        return changed ? Objects.withMeta(object, "generation", Generations.next(live)) : object;
    }
}
