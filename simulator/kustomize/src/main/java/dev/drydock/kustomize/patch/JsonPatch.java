package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON patch with the habits of evanphx/json-patch v4: {@code replace} adds, negative indices count from the end, the
 * first segment of a path is dropped unseen.
 */
public final class JsonPatch {

    private static final String MISSING = "missing value";

    private final List<MapNode> operations;

    private JsonPatch(List<MapNode> operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch: JSON when the text begins with a bracket, else YAML as Kubernetes reads it.
     *
     * @throws KustomizeException when the text is neither, or no list of operations
     */
    public static JsonPatch read(String text) {
        Node patch;
        try {
            patch = text.startsWith("[")
                    ? JsonReader.read(text, "")
                    : YamlReader.parseFirst(text, "", YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            throw new KustomizeException(e.upstream());
        }
        if (patch.isNull()) {
            return new JsonPatch(List.of());
        }
        if (!(patch instanceof ListNode list)) {
            throw new KustomizeException(
                    "json: cannot unmarshal " + jsonKind(patch) + " into Go value of type jsonpatch.Patch");
        }
        List<MapNode> operations = new ArrayList<>();
        for (Node operation : list) {
            if (operation instanceof MapNode map) {
                operations.add(map);
            } else if (operation.isNull()) {
                operations.add(MapNode.EMPTY);
            } else {
                throw new KustomizeException(
                        "json: cannot unmarshal " + jsonKind(operation) + " into Go value of type jsonpatch.Operation");
            }
        }
        return new JsonPatch(operations);
    }

    private static String jsonKind(Node node) {
        if (node instanceof MapNode) {
            return "object";
        }
        if (node instanceof ListNode) {
            return "array";
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }

    /** Whether the patch does nothing. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Number of operations. */
    public int size() {
        return operations.size();
    }

    /**
     * The object after all operations.
     *
     * @throws KustomizeException with the words of the Go library when one does not apply
     */
    public MapNode apply(MapNode object) {
        Node document = OutputTree.of(object);
        for (MapNode operation : operations) {
            document = apply(document, operation);
        }
        if (document instanceof MapNode map) {
            return (MapNode) JsonNumbers.asGoReadsThem(map);
        }
        throw new KustomizeException("json: cannot unmarshal array into Go value of type map[string]interface {}");
    }

    private static Node apply(Node document, MapNode operation) {
        String kind = operation.findString("op");
        return switch (kind == null ? "unknown" : kind) {
            case "add" -> add(document, operation);
            case "remove" -> remove(document, operation);
            case "replace" -> replace(document, operation);
            case "move" -> move(document, operation);
            case "test" -> test(document, operation);
            case "copy" -> copy(document, operation);
            default -> throw new KustomizeException("Unexpected kind: " + (kind == null ? "unknown" : kind));
        };
    }

    private static String path(MapNode operation, String field, String failure) {
        String path = operation.findString(field);
        if (path == null) {
            throw new KustomizeException(failure);
        }
        return path;
    }

    private static Node value(MapNode operation) {
        Node value = operation.get("value");
        return value == null ? ScalarNode.NULL : OutputTree.of(value);
    }

    private static Node add(Node document, MapNode operation) {
        String path = path(operation, "path", "add operation failed to decode path: " + MISSING);
        return Pointer.of(document, path)
                .orThrow("add operation does not apply: doc is missing path: \"" + path + "\": " + MISSING)
                .add(value(operation), "error in add for path: '" + path + "': ");
    }

    private static Node remove(Node document, MapNode operation) {
        String path = path(operation, "path", "remove operation failed to decode path: " + MISSING);
        return Pointer.of(document, path)
                .orThrow("remove operation does not apply: doc is missing path: \"" + path + "\": " + MISSING)
                .remove("error in remove for path: '" + path + "': ");
    }

    private static Node replace(Node document, MapNode operation) {
        String path = path(
                operation, "path", "replace operation failed to decode path: operation missing path field: " + MISSING);
        if (path.isEmpty()) {
            Node value = value(operation);
            if (value instanceof ScalarNode) {
                throw new KustomizeException("replace operation value must be object or array: %!w(<nil>)");
            }
            return value;
        }
        Pointer pointer = Pointer.of(document, path)
                .orThrow("replace operation does not apply: doc is missing path: " + path + ": " + MISSING);
        try {
            pointer.get("");
        } catch (KustomizeException e) {
            throw new KustomizeException(
                    "replace operation does not apply: doc is missing key: " + path + ": " + MISSING);
        }
        return pointer.set(value(operation));
    }

    private static Node move(Node document, MapNode operation) {
        String from = path(
                operation, "from", "move operation failed to decode from: operation, missing from field: " + MISSING);
        Pointer source = Pointer.of(document, from)
                .orThrow("move operation does not apply: doc is missing from path: " + from + ": " + MISSING);
        String prefix = "error in move for path: '" + source.key() + "': ";
        Node value = source.get(prefix);
        Node without = source.remove(prefix);
        String path = path(
                operation, "path", "move operation failed to decode path: operation missing path field: " + MISSING);
        return Pointer.of(without, path)
                .orThrow("move operation does not apply: doc is missing destination path: " + path + ": " + MISSING)
                .add(value == null ? ScalarNode.NULL : value, "error in move for path: '" + path + "': ");
    }

    private static Node copy(Node document, MapNode operation) {
        String from = path(
                operation, "from", "copy operation failed to decode from: operation, missing from field: " + MISSING);
        Node value = Pointer.of(document, from)
                .orThrow("copy operation does not apply: doc is missing from path: " + from + ": " + MISSING)
                .get("error in copy for from: '" + from + "': ");
        String path = path(operation, "path", "copy operation failed to decode path: " + MISSING);
        return Pointer.of(document, path)
                .orThrow("copy operation does not apply: doc is missing destination path: " + path + ": " + MISSING)
                .add(value == null ? ScalarNode.NULL : value, "error while adding value during copy: ");
    }

    private static Node test(Node document, MapNode operation) {
        String path = path(
                operation, "path", "test operation failed to decode path: operation missing path field: " + MISSING);
        KustomizeException failed = new KustomizeException("testing value " + path + " failed: test failed");
        @Nullable
        Node found = path.isEmpty()
                ? document
                : Pointer.of(document, path)
                        .orThrow("test operation does not apply: is missing path: " + path + ": " + MISSING)
                        .get("error in test for path: '" + path + "': ");
        boolean equal = Scalars.isMissingOrNull(found)
                ? Scalars.isMissingOrNull(operation.get("value"))
                : found != null && operation.has("value") && found.equals(value(operation));
        if (!equal) {
            throw failed;
        }
        return document;
    }
}
