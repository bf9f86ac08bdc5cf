package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.apply.FieldManagement;
import dev.drydock.kubernetes.apply.ObjectConversion;
import dev.drydock.kubernetes.apply.ResetFields;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.conversion.ApiVersions;
import dev.drydock.kubernetes.crd.CustomKind;
import dev.drydock.kubernetes.decode.Decoded;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.decode.DecodingException;
import dev.drydock.kubernetes.kinds.defaults.BuiltInDefaults;
import dev.drydock.kubernetes.rbac.EscalationCheck;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.InvalidObjectException;
import dev.drydock.kubernetes.validation.ObjectMetaRules;
import dev.drydock.kubernetes.validation.Surroundings;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What creations and updates have in common. */
final class Writes {

    private final ServerState state;

    Writes(ServerState state) {
        this.state = state;
    }

    SchemaTypes types() {
        return state.types();
    }

    /** The object of the body of a POST or PUT, decoded and defaulted. */
    MapNode decode(Call call, RequestBody body) {
        return call.hasCustomBody() ? custom(call, body) : defaulted(call, decode(call, body, call.bodyKind()));
    }

    /** The object of a body of some kind, decoded. */
    MapNode decode(Call call, RequestBody body, GroupVersionKind kind) {
        Decoded.Read read = read(call, body, kind, validation(call));
        call.warn(read.problems());
        call.empties().note(read.document(), read.object());
        return read.object();
    }

    private static Decoded.Read read(Call call, RequestBody body, GroupVersionKind kind, FieldValidation validation) {
        Decoded decoded = Decoder.decode(body, kind, validation);
        if (decoded instanceof Decoded.Refused refused) {
            call.warn(refused.problems());
            throw new RefusedException(refused.status());
        }
        return (Decoded.Read) decoded;
    }

    /** A custom resource without unknown fields and with defaults; whether unknown fields matter is the request's wish. */
    private MapNode custom(Call call, RequestBody body) {
        FieldValidation validation = validation(call);
        boolean strict = validation == FieldValidation.STRICT;
        Decoded.Read read = read(call, body, call.bodyKind(), strict ? FieldValidation.WARN : validation);
        List<String> unknown = new ArrayList<>();
        MapNode object;
        try {
            object = pruned(call, read.object(), unknown);
        } catch (DecodingException e) {
            throw unreadable(call, e.words());
        }
        if (validation == FieldValidation.IGNORE) {
            return object;
        }
        if (strict && unknown.isEmpty()) {
            read(call, body, call.bodyKind(), validation);
        }
        List<String> problems = new ArrayList<>(read.problems());
        problems.addAll(unknown);
        if (strict && !problems.isEmpty()) {
            throw unreadable(call, "strict decoding error: " + String.join(", ", problems));
        }
        call.warn(problems);
        return object;
    }

    private static RefusedException unreadable(Call call, String words) {
        return new RefusedException(Statuses.badRequest(call.kind().kind() + " in version "
                + GoQuote.quote(call.kind().version()) + " cannot be handled as a "
                + call.kind().kind() + ": " + words));
    }

    static FieldValidation validation(Call call) {
        return call.request().fieldValidation().orElse(FieldValidation.WARN);
    }

    /**
     * A custom resource without unknown fields and with defaults.
     *
     * @param unknown hears of unknown fields
     * @throws DecodingException when the metadata of an object inside cannot be read
     */
    MapNode pruned(Call call, MapNode object, List<String> unknown) {
        GroupVersionKind given = GroupVersionKind.of(object);
        boolean same = given.group().equals(call.kind().group())
                && given.kind().equals(call.kind().kind());
        if (!same) {
            return object; // a patch made something else of it
        }
        CustomKind kind = CustomKinds.of(state, call.resource().atVersion(given.version()));
        return kind.defaulted(kind.read(object, unknown));
    }

    MapNode defaulted(Call call, MapNode object) {
        if (!call.bodyKind().equals(call.kind())) {
            return object;
        }
        return call.isCustom() ? readBack(call, object) : withDefaults(call, object);
    }

    private static MapNode withDefaults(Call call, MapNode object) {
        return call.rules().defaults(BuiltInDefaults.apply(object, call.kind()));
    }

    /** The object as it is read once it is stored: defaults are filled in again. */
    MapNode readBack(Call call, MapNode object) {
        if (call.isCustom()) {
            CustomKind kind = CustomKinds.of(state, call.resource());
            return kind.defaultedKeepingNulls(kind.pruned(object, new ArrayList<>()));
        }
        GroupVersionKind stored = ApiVersions.stored(call.kind());
        if (stored.equals(call.kind())) {
            return call.rules().asRead(withDefaults(call, object));
        }
        MapNode written = ApiVersions.convert(object, stored.apiVersion());
        return ApiVersions.convert(
                BuiltInDefaults.apply(written, stored), call.kind().apiVersion());
    }

    FieldManagement fieldManagement(Call call) {
        ObjectConversion conversion = new ObjectConversion() {
            @Override
            public MapNode decode(MapNode object) {
                if (call.isCustom() && !call.hasCustomBody()) {
                    throw new ConversionException(
                            "request to convert CR to an invalid group/version: "
                                    + call.bodyKind().apiVersion(),
                            false);
                }
                try {
                    MapNode read = Decoder.convert(object, call.bodyKind()).object();
                    call.empties().note(object, read);
                    return defaulted(call, read);
                } catch (DecodingException e) {
                    throw new ConversionException(e.words());
                }
            }

            @Override
            public Optional<MapNode> toVersion(MapNode object, String apiVersion) {
                return Optional.of(ApiVersions.convert(object, apiVersion));
            }
        };
        String subresource = call.request().subresource();
        return new FieldManagement(call.bodyKind(), subresource, state.types(), conversion, resetFields(call));
    }

    ResetFields resetFields(Call call) {
        String subresource = call.request().subresource();
        return call.isCustom()
                ? ResetFields.ofCustomResource(call.hasStatusSubresource(), subresource)
                : ResetFields.of(call.gvr(), subresource);
    }

    /** The object with the metadata that the server sets on a new object. */
    MapNode withSystemFields(Call call, MapNode object) {
        MapNode metadata = object.findMap("metadata")
                .with("uid", state.kernel().newUid())
                .with(
                        "creationTimestamp",
                        state.now().truncatedTo(ChronoUnit.SECONDS).toString());
        String base = metadata.findString("generateName");
        if (base != null && !base.isEmpty() && metadata.findText("name").isEmpty()) {
            String kept = base.length() > LONGEST_BASE ? base.substring(0, LONGEST_BASE) : base;
            metadata = metadata.with("name", kept + state.newSuffix(5));
        }
        if (Traits.isNamedByUid(call.gvr()) && metadata.findText("name").isEmpty()) {
            metadata = metadata.with("name", state.kernel().newUid());
        }
        if (Generations.areCounted(call.gvr(), call.isCustom())) {
            metadata = metadata.with("generation", 1);
        }
        return object.with("metadata", metadata);
    }

    private static final int LONGEST_BASE = 58;

    /** A new object with an empty status, where only the status subresource writes it. */
    MapNode withoutStatus(Call call, MapNode object) {
        if (!call.hasStatusSubresource() || !object.has("status") || Traits.keepsStatus(call.gvr())) {
            return object;
        }
        if (call.isCustom()) {
            return object.without("status");
        }
        dev.drydock.yaml.Node empty = Decoder.zero(call.kind(), "status");
        return empty == null ? object.without("status") : object.with("status", empty);
    }

    FieldErrors validateCreate(Call call, MapNode object) {
        return new Validation(state).ofCreate(call, object);
    }

    FieldErrors validateUpdate(Call call, MapNode object, MapNode live) {
        return new Validation(state).ofUpdate(call, object, live);
    }

    /** Warns of new finalizers of custom resources that anybody else might use too. */
    void warnOfFinalizers(Call call, MapNode object, @Nullable MapNode live) {
        if (!call.isCustom()) {
            return;
        }
        Set<String> added = new TreeSet<>(Objects.finalizers(object));
        if (live != null) {
            added.removeAll(Objects.finalizers(live));
        }
        for (String finalizer : added) {
            if (!finalizer.contains("/") && !ObjectMetaRules.isStandardFinalizer(finalizer)) {
                call.warn(List.of("metadata.finalizers: " + GoQuote.quote(finalizer)
                        + ": prefer a domain-qualified finalizer name"
                        + (finalizer.contains(".") ? " including a path (/)" : "")
                        + " to avoid accidental conflicts with other finalizer writers"));
            }
        }
    }

    /** The object with what only the server hands out; the live one is null for a creation. */
    MapNode begun(Call call, MapNode object, @Nullable MapNode live) {
        if (call.isCustom() || !call.request().subresource().isEmpty()) {
            return object;
        }
        Surroundings around = new Surroundings() {
            @Override
            public UserInfo user() {
                return call.user();
            }

            @Override
            public boolean isDryRun() {
                return call.request().dryRun();
            }

            @Override
            public List<MapNode> all(String resource) {
                return state.list(new GroupVersionResource("", "v1", resource), "");
            }
        };
        try {
            return live == null
                    ? call.rules().beginCreate(object, around)
                    : call.rules().beginUpdate(object, live, around);
        } catch (InvalidObjectException e) {
            refuseIfInvalid(call, object, e.errors());
            throw e;
        }
    }

    void refuseIfInvalid(Call call, MapNode object, FieldErrors errors) {
        if (!errors.isEmpty()) {
            GroupVersionKind own =
                    new GroupVersionKind(call.kind().group(), call.kind().version(), object.findText("kind"));
            GroupVersionKind kind = call.isCustom() ? GroupVersionKind.of(object) : own;
            throw new RefusedException(errors.toStatus(kind, object.findText("metadata", "name")));
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

    /** A write that turns out to create needs the verb create as well; its check carries the name. */
    void authorizeCreation(Call call) {
        AuthorizationAttributes attributes = AuthorizationAttributes.resource(
                call.user(),
                "create",
                call.gvr(),
                call.request().subresource(),
                call.name().namespace(),
                call.request().name());
        Decision decision = state.authorizer().authorize(attributes);
        if (!decision.isAllowed()) {
            throw new RefusedException(Forbidden.of(attributes, decision.reason()), decision.explanation());
        }
    }

    /** A resourceVersion is a number, whoever sets it (apiserver/pkg/storage/api_object_versioner.go). */
    static void checkVersion(MapNode object) {
        String version = object.findText("metadata", "resourceVersion");
        if (!version.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedException(
                    new Status(500, "", "strconv.ParseUint: parsing \"" + version + "\": invalid syntax", null));
        }
    }

    static RequestBody bodyOf(Call call) {
        return call.request().body().orElse(new RequestBody.Text("", "application/json"));
    }
}
