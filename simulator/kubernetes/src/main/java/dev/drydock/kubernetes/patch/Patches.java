package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.apply.GoText;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonPatch;
import dev.drydock.yaml.JsonPatchException;
import dev.drydock.yaml.JsonPatchOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.MergePatch;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.Parsed;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The three patches that are no apply, on the JSON form of a stored object (handlers/patch.go upstream). */
@API(status = API.Status.STABLE, since = "0.1")
public final class Patches {

    private static final int MAX_OPERATIONS = 10_000;
    private static final String DECODING = "error decoding patch: ";
    private static final String BAD_MERGE_PATCH = "Invalid JSON Patch";
    private static final String MAP = "map[string]interface {}";

    private Patches() {}

    /** A strategic merge patch; for built-in kinds only. */
    public static PatchOutcome strategic(
            MapNode live, RequestBody body, GroupVersionKind kind, SchemaTypes types, FieldValidation validation) {
        Parsed parsed;
        try {
            parsed = parse(body);
        } catch (YamlException e) {
            return badRequest(e.upstream());
        }
        if (!(parsed.document() instanceof MapNode) && !parsed.document().isNull()) {
            return badRequest(cannotUnmarshal(parsed.document(), MAP));
        }
        MapNode patch = parsed.document() instanceof MapNode map ? map : MapNode.EMPTY;
        TypeRef type = types.find(kind).orElse(TypeRef.DEDUCED);
        Map<String, @Nullable Object> consumed = Tree.of(patch);
        try {
            Node merged = Tree.toNode(StrategicMerge.maps(Tree.of(live), consumed, PatchSchema.of(type)));
            // what the merge left of the patch, as Go prints a map
            return new PatchOutcome.Patched(
                    merged, duplicates(parsed, validation), () -> GoText.plain(Tree.toNode(consumed)));
        } catch (StrategicMergeException e) {
            return new PatchOutcome.Refused(e.status());
        }
    }

    /** A JSON merge patch. */
    public static PatchOutcome merge(
            MapNode live, RequestBody body, GroupVersionKind kind, SchemaTypes types, FieldValidation validation) {
        boolean strict = validation != FieldValidation.IGNORE;
        Parsed parsed;
        try {
            parsed = parse(body);
        } catch (YamlException e) {
            return badRequest(strict ? DECODING + e.upstream() : BAD_MERGE_PATCH);
        }
        Node document = parsed.document();
        if (document.isNull()) {
            return badRequest(BAD_MERGE_PATCH);
        }
        if (strict && !(document instanceof MapNode)) {
            return badRequest(DECODING + cannotUnmarshal(document, MAP));
        }
        if (document instanceof ScalarNode) {
            return badRequest(BAD_MERGE_PATCH);
        }
        // a list takes the place of the object
        Node target = document instanceof MapNode ? live : ScalarNode.NULL;
        return patched(MergePatch.apply(target, document), live, kind, types, duplicates(parsed, validation));
    }

    /** A JSON patch. */
    public static PatchOutcome json(
            MapNode live, RequestBody body, GroupVersionKind kind, SchemaTypes types, FieldValidation validation) {
        boolean strict = validation != FieldValidation.IGNORE;
        Parsed parsed;
        try {
            parsed = parse(body);
        } catch (YamlException e) {
            return badRequest((strict ? DECODING : "") + e.upstream());
        }
        String problem = JsonPatchOperations.problem(parsed.document(), strict);
        if (problem != null) {
            return badRequest((strict ? DECODING : "") + problem);
        }
        ListNode operations = parsed.document() instanceof ListNode list ? list : ListNode.EMPTY;
        if (operations.size() > MAX_OPERATIONS) {
            String message = "Request entity too large: The allowed maximum operations in a JSON patch is "
                    + MAX_OPERATIONS + ", got " + operations.size();
            return new PatchOutcome.Refused(new Status(413, "RequestEntityTooLarge", message, null));
        }
        try {
            Node document = JsonPatch.apply(live, operations, JsonPatchOptions.API_SERVER);
            return patched(
                    document, live, kind, types, strict ? JsonPatchOperations.strictProblems(parsed) : List.of());
        } catch (JsonPatchException e) {
            String message = "the server rejected our request due to an error in our request";
            return new PatchOutcome.Refused(new Status(422, "Invalid", message, MapNode.EMPTY));
        }
    }

    private static PatchOutcome patched(
            Node document, MapNode live, GroupVersionKind kind, SchemaTypes types, List<String> problems) {
        TypeRef type = types.find(kind).orElse(TypeRef.DEDUCED);
        return new PatchOutcome.Patched(
                document,
                problems,
                () -> types.isBuiltIn(kind) ? PatchedJson.text(document, live, type) : JsonWriter.go(document));
    }

    private static Parsed parse(RequestBody body) {
        if (body instanceof RequestBody.Value value) {
            return new Parsed(List.of(value.node()), List.of());
        }
        return JsonReader.readReportingDuplicates(((RequestBody.Text) body).text(), "patch");
    }

    private static List<String> duplicates(Parsed parsed, FieldValidation validation) {
        return validation == FieldValidation.IGNORE
                ? List.of()
                : parsed.duplicates().stream()
                        .map(key -> "duplicate field " + GoQuote.quote(key.path()))
                        .toList();
    }

    private static String cannotUnmarshal(Node node, String target) {
        return "json: cannot unmarshal " + JsonKind.of(node) + " into Go value of type " + target;
    }

    private static PatchOutcome badRequest(String message) {
        return new PatchOutcome.Refused(new Status(400, "BadRequest", message, null));
    }
}
