package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.apply.ApplyOutcome;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.decode.DecodingException;
import dev.drydock.kubernetes.patch.PatchOutcome;
import dev.drydock.kubernetes.patch.Patches;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.Parsed;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a live object and a patch to the object that is meant, with its managers noted (endpoints/handlers/patch.go). */
final class Patching {

    private final Writes writes;

    Patching(Writes writes) {
        this.writes = writes;
    }

    /** The result of a JSON patch, merge patch or strategic merge patch. */
    MapNode patched(Call call, MapNode live, PatchType type, Instant now) {
        FieldValidation validation = call.request().fieldValidation().orElse(FieldValidation.WARN);
        RequestBody body = Writes.bodyOf(call);
        SchemaTypes types = writes.types();
        PatchOutcome outcome = switch (type) {
            case STRATEGIC -> Patches.strategic(live, body, call.bodyKind(), types, validation);
            case MERGE -> Patches.merge(live, body, call.bodyKind(), types, validation);
            default -> Patches.json(live, body, call.bodyKind(), types, validation);
        };
        if (outcome instanceof PatchOutcome.Refused refused) {
            throw new RefusedException(refused.status());
        }
        MapNode object = decoded(call, (PatchOutcome.Patched) outcome, type, validation);
        return writes.fieldManagement(call).update(live, object, call.manager(), now);
    }

    private MapNode decoded(Call call, PatchOutcome.Patched patched, PatchType type, FieldValidation validation) {
        if (!(patched.document() instanceof MapNode document)) {
            throw invalid(
                    patched,
                    "couldn't get version/kind; json parse error: json: cannot unmarshal "
                            + (patched.document() instanceof ListNode ? "array" : "string") + " into Go value of type "
                            + Decoder.TYPE_META);
        }
        if (call.hasCustomBody() && document.findText("kind").isEmpty()) {
            throw invalid(patched, "Object 'Kind' is missing in '" + JsonWriter.go(document) + "'");
        }
        MapNode typed = document;
        if (!call.hasCustomBody()) {
            // a strategic patch is read into the struct of the kind, whatever it says of its type
            typed = type == PatchType.STRATEGIC
                    ? ofKind(document, call.bodyKind())
                    : Decoder.withType(document, call.bodyKind());
        }
        GroupVersionKind kind = GroupVersionKind.of(typed);
        if (!call.hasCustomBody() && !Decoder.isBuiltIn(kind)) {
            throw invalid(patched, Decoder.notRegistered(kind));
        }
        Decoder.Typed read;
        try {
            GroupVersionKind as = call.hasCustomBody() ? call.bodyKind() : kind;
            read = type == PatchType.STRATEGIC ? Decoder.convert(typed, as) : Decoder.read(typed, as);
        } catch (DecodingException e) {
            throw invalid(patched, e.words());
        }
        List<String> problems = new ArrayList<>(patched.strictProblems());
        MapNode object = read.object();
        if (!call.hasCustomBody()) {
            call.empties().note(typed, object);
        }
        List<String> unknown = new ArrayList<>(read.problems());
        if (call.hasCustomBody()) {
            try {
                object = writes.pruned(call, object, unknown);
            } catch (DecodingException e) {
                throw invalid(patched, e.words());
            }
        }
        if (validation != FieldValidation.IGNORE) {
            problems.addAll(unknown);
        }
        if (validation == FieldValidation.STRICT && !problems.isEmpty()) {
            throw invalid(patched, "strict decoding error: " + String.join(", ", problems));
        }
        if (!call.hasCustomBody() && !kind.kind().equals(call.bodyKind().kind())) {
            throw invalid(patched, Decoder.notConvertible(kind, call.bodyKind()));
        }
        call.warn(problems);
        return call.hasCustomBody() ? object : writes.defaulted(call, ofKind(object, call.bodyKind()));
    }

    private static MapNode ofKind(MapNode object, GroupVersionKind kind) {
        return object.with("apiVersion", kind.apiVersion()).with("kind", kind.kind());
    }

    private static RefusedException invalid(PatchOutcome.Patched patched, String error) {
        return new RefusedException(new FieldErrors()
                .add(FieldError.invalid("patch", patched.shown().get(), error))
                .toStatus(new GroupVersionKind("", "", ""), ""));
    }

    /** The live object, if any, with a configuration applied. */
    MapNode applied(Call call, @Nullable MapNode live, Instant now) {
        RequestBody body = Writes.bodyOf(call);
        Parsed parsed = parsed(body);
        Node document = parsed.document();
        if (!(document instanceof MapNode) && !document.isNull()) {
            throw badRequest(
                    "error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                            + JsonKind.of(document) + " into Go value of type map[string]interface {}");
        }
        MapNode configuration = document instanceof MapNode map ? map : MapNode.EMPTY;
        ApplyOutcome outcome = writes.fieldManagement(call)
                .apply(live, configuration, call.manager(), call.request().force(), now);
        if (outcome instanceof ApplyOutcome.Refused refused) {
            throw new RefusedException(refused.status());
        }
        FieldValidation validation = call.request().fieldValidation().orElse(FieldValidation.WARN);
        if (!parsed.duplicates().isEmpty() && validation != FieldValidation.IGNORE) {
            String error = "error converting YAML to JSON: " + parsed.strictYamlError();
            if (validation == FieldValidation.STRICT) {
                throw badRequest("error strict decoding YAML: " + error);
            }
            call.warn(List.of(error));
        }
        return ((ApplyOutcome.Merged) outcome).object();
    }

    private static Parsed parsed(RequestBody body) {
        if (body instanceof RequestBody.Value value) {
            return new Parsed(List.of(value.node()), List.of());
        }
        try {
            return YamlReader.parseFirst(((RequestBody.Text) body).text(), "body", YamlMode.KUBERNETES);
        } catch (YamlException e) {
            throw badRequest("error decoding YAML: error converting YAML to JSON: " + e.upstream());
        }
    }

    private static RefusedException badRequest(String message) {
        return new RefusedException(Statuses.badRequest(message));
    }
}
