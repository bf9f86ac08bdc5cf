package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.decode.Decoded;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.rbac.EscalationCheck;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What creations and updates have in common. */
final class Writes {

    private final ServerState state;

    Writes(ServerState state) {
        this.state = state;
    }

    /** The object of a body, decoded and defaulted. */
    MapNode decode(Call call, RequestBody body, GroupVersionKind kind) {
        Decoded decoded = new Decoder(state.types()).decode(body, kind);
        if (decoded instanceof Decoded.Refused refused) {
            throw new RefusedException(refused.status());
        }
        Decoded.Read read = (Decoded.Read) decoded;
        report(call, kind, read.problems());
        GroupVersionKind given = Objects.kindOf(read.object());
        if (!given.equals(kind)) {
            throw new RefusedException(
                    Statuses.badRequest(given.kind() + " in version \"" + given.version() + "\" cannot be handled as a "
                            + kind.kind() + ": converting (" + given + ") to (" + kind + "): unknown conversion"));
        }
        return defaulted(call, read.object());
    }

    /** Warns of unknown and duplicate fields, or refuses them, as the request wants. */
    void report(Call call, GroupVersionKind kind, List<String> problems) {
        FieldValidation validation = call.request().fieldValidation().orElse(FieldValidation.WARN);
        if (problems.isEmpty() || validation == FieldValidation.IGNORE) {
            return;
        }
        if (validation == FieldValidation.STRICT) {
            throw new RefusedException(
                    Statuses.badRequest(kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a "
                            + kind.kind() + ": strict decoding error: " + String.join(", ", problems)));
        }
        call.warnings().addAll(problems);
    }

    MapNode defaulted(Call call, MapNode object) {
        MapNode defaulted = call.rules().defaults(object);
        return state.types().isBuiltIn(call.kind())
                ? defaulted
                : CustomDefaults.apply(state, call.resource(), defaulted);
    }

    FieldManagement fieldManagement(Call call) {
        ResetFields reset = resetFields(call);
        ObjectConversion conversion = new ObjectConversion() {
            @Override
            public MapNode decode(MapNode object) {
                List<String> ignored = new ArrayList<>();
                return defaulted(call, new Decoder(state.types()).prune(object, call.kind(), ignored));
            }

            @Override
            public Optional<MapNode> toVersion(MapNode object, String apiVersion) {
                return Optional.of(object.with("apiVersion", apiVersion));
            }
        };
        return new FieldManagement(call.kind(), call.request().subresource(), state.types(), conversion, reset);
    }

    ResetFields resetFields(Call call) {
        String subresource = call.request().subresource();
        return isCustom(call)
                ? ResetFields.ofCustomResource(call.hasStatusSubresource(), subresource)
                : ResetFields.of(call.gvr(), subresource);
    }

    boolean isCustom(Call call) {
        return !state.types().isBuiltIn(call.kind());
    }

    /** The object with the metadata that the server sets on a new object. */
    MapNode withSystemFields(Call call, MapNode object) {
        MapNode metadata = object.findMap("metadata")
                .without(List.of("resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds"))
                .with("uid", state.kernel().newUid())
                .with(
                        "creationTimestamp",
                        state.now().truncatedTo(ChronoUnit.SECONDS).toString());
        if (metadata.find("name") == null && metadata.findString("generateName") != null) {
            String base = metadata.findString("generateName");
            metadata = metadata.with("name", base + state.newSuffix(5));
        }
        metadata = Generations.areCounted(call.gvr(), isCustom(call))
                ? metadata.with("generation", 1)
                : metadata.without("generation");
        return object.with("metadata", metadata);
    }

    void refuseIfInvalid(Call call, MapNode object, FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toStatus(call.kind(), Objects.text(object, "metadata", "name")));
        }
    }

    void checkEscalation(Call call, MapNode object, @Nullable MapNode old) {
        if (!EscalationCheck.concerns(call.gvr())) {
            return;
        }
        Optional<Status> refusal = new EscalationCheck(state.authorizer().policy(), state.authorizer())
                .check(new EscalationCheck.Write(
                        call.user(),
                        call.gvr(),
                        call.name().namespace(),
                        call.request().name(),
                        object,
                        old));
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
    }

    static RequestBody bodyOf(Call call) {
        return call.request().body().orElse(new RequestBody.Value(MapNode.EMPTY));
    }
}
