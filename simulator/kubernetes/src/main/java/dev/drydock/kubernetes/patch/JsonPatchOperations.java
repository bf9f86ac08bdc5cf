package dev.drydock.kubernetes.patch;

import dev.drydock.yaml.DuplicateKey;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.Parsed;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decoding of a list of JSON patch operations into Go structs, as far as it shows in messages. */
final class JsonPatchOperations {

    private static final Set<String> FIELDS = Set.of("op", "path", "from", "value");

    private JsonPatchOperations() {}

    /** What decoding finds wrong with the types of a patch, or null. */
    static @Nullable String problem(Node document, boolean strict) {
        if (document.isNull()) {
            return null;
        }
        if (!(document instanceof ListNode operations)) {
            return cannot(document, "value of type " + (strict ? "[]handlers.jsonPatchOp" : "jsonpatch.Patch"));
        }
        for (Node operation : operations) {
            if (operation.isNull()) {
                continue;
            }
            if (!(operation instanceof MapNode map)) {
                return cannot(operation, "value of type " + (strict ? "handlers.jsonPatchOp" : "jsonpatch.Operation"));
            }
            for (String key : map.keys()) {
                Node value = map.get(key);
                boolean text = value == null || value.isNull() || (value instanceof ScalarNode s && s.isString());
                if (value != null && strict && FIELDS.contains(key) && !key.equals("value") && !text) {
                    return cannot(value, "struct field jsonPatchOp." + key + " of type string");
                }
            }
        }
        return null;
    }

    /** Unknown and duplicate fields of operations. */
    static List<String> strictProblems(Parsed parsed) {
        List<String> problems = new ArrayList<>();
        for (DuplicateKey key : parsed.duplicates()) {
            problems.add("json patch duplicate field " + GoQuote.quote(key.path()));
        }
        if (parsed.document() instanceof ListNode operations) {
            for (int i = 0; i < operations.size(); i++) {
                if (operations.get(i) instanceof MapNode map) {
                    for (String key : map.keys()) {
                        if (!FIELDS.contains(key)) {
                            problems.add("json patch unknown field " + GoQuote.quote("[" + i + "]." + key));
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static String cannot(Node node, String target) {
        return "json: cannot unmarshal " + JsonKind.of(node) + " into Go " + target;
    }
}
