package dev.drydock.yaml;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * JSON patch (RFC 6902) with the leniencies and messages of evanphx/json-patch, which Kubernetes and kustomize use.
 *
 * <p>Negative indexes count from the end, a missing {@code value} is null, the first segment of a path without leading
 * slash is dropped, {@code ~} may stand before anything.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonPatch {

    private final JsonPatchOptions options;
    private Node document;
    private long copied;

    private JsonPatch(Node document, JsonPatchOptions options) {
        this.document = document;
        this.options = options;
    }

    /**
     * The document after all operations, as kustomize applies them.
     *
     * @throws JsonPatchException with the text of the Go library when an operation cannot be done
     */
    public static Node apply(Node document, ListNode operations) {
        return apply(document, operations, JsonPatchOptions.KUSTOMIZE);
    }

    /**
     * The document after all operations.
     *
     * @throws JsonPatchException with the text of the Go library when an operation cannot be done
     */
    public static Node apply(Node document, ListNode operations, JsonPatchOptions options) {
        JsonPatch patch = new JsonPatch(document, options);
        for (Node operation : operations) {
            if (operation instanceof MapNode map) {
                patch.apply(map);
            } else if (operation.isNull()) {
                patch.apply(MapNode.EMPTY);
            } else {
                throw new JsonPatchException("json: cannot unmarshal " + JsonKind.of(operation)
                        + " into Go value of type jsonpatch.Operation");
            }
        }
        return patch.document;
    }

    private void apply(MapNode operation) {
        String kind = operation.get("op") instanceof ScalarNode op && op.isString() ? op.stringValue() : "unknown";
        switch (kind) {
            case "add" -> add(operation);
            case "remove" -> remove(operation);
            case "replace" -> replace(operation);
            case "move" -> move(operation);
            case "test" -> test(operation);
            case "copy" -> copy(operation);
            default -> throw new JsonPatchException("Unexpected kind: " + kind);
        }
    }

    private void add(MapNode operation) {
        String text = pathOrMissing(operation, "add");
        PatchPath path = PatchPath.of(document, text);
        if (path == null) {
            throw missing("add operation does not apply: doc is missing path: \"" + text + "\"");
        }
        document = within("error in add for path: '" + text + "'", () -> path.add(value(operation)));
    }

    private void remove(MapNode operation) {
        String text = pathOrMissing(operation, "remove");
        PatchPath path = PatchPath.of(document, text);
        if (path == null) {
            throw missing("remove operation does not apply: doc is missing path: \"" + text + "\"");
        }
        document = within("error in remove for path: '" + text + "'", path::remove);
    }

    private void replace(MapNode operation) {
        String text =
                field(operation, "path", "replace operation failed to decode path", "operation missing path field");
        if (text.isEmpty()) {
            document = checkedRoot(value(operation));
            return;
        }
        PatchPath path = PatchPath.of(document, text);
        if (path == null) {
            throw missing("replace operation does not apply: doc is missing path: " + text);
        }
        if (!path.canReplace()) {
            throw missing("replace operation does not apply: doc is missing key: " + text);
        }
        document = path.set(value(operation));
    }

    private static Node checkedRoot(Node value) {
        if (value instanceof ScalarNode) {
            throw new JsonPatchException("replace operation value must be object or array: %!w(<nil>)");
        }
        return value;
    }

    private void move(MapNode operation) {
        String from = field(operation, "from", "move operation failed to decode from", "operation, missing from field");
        PatchPath source = PatchPath.of(document, from);
        if (source == null) {
            throw missing("move operation does not apply: doc is missing from path: " + from);
        }
        String failed = "error in move for path: '" + source.key() + "'";
        Node value = within(failed, () -> source.get());
        document = within(failed, source::remove);
        String text = field(operation, "path", "move operation failed to decode path", "operation missing path field");
        PatchPath path = PatchPath.of(document, text);
        if (path == null) {
            throw missing("move operation does not apply: doc is missing destination path: " + text);
        }
        document = within("error in move for path: '" + text + "'", () -> path.add(value));
    }

    private void copy(MapNode operation) {
        String from = field(operation, "from", "copy operation failed to decode from", "operation, missing from field");
        PatchPath source = PatchPath.of(document, from);
        if (source == null) {
            throw missing("copy operation does not apply: doc is missing from path: " + from);
        }
        Node value = within("error in copy for from: '" + from + "'", () -> source.get());
        String text = pathOrMissing(operation, "copy");
        PatchPath path = PatchPath.of(document, text);
        if (path == null) {
            throw missing("copy operation does not apply: doc is missing destination path: " + text);
        }
        if (!value.isNull()) {
            copied += JsonWriter.go(value).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
        if (copied > options.copyLimit()) {
            throw new JsonPatchException("Unable to copy, the accumulated size increase of copy is " + copied
                    + ", exceeding the limit " + options.copyLimit());
        }
        document = within("error while adding value during copy", () -> path.add(value));
    }

    private void test(MapNode operation) {
        String text = field(operation, "path", "test operation failed to decode path", "operation missing path field");
        Node wanted = value(operation);
        Node found;
        if (text.isEmpty()) {
            found = document;
        } else {
            PatchPath path = PatchPath.of(document, text);
            if (path == null) {
                throw missing("test operation does not apply: is missing path: " + text);
            }
            found = within("error in test for path: '" + text + "'", () -> path.get());
        }
        if (!same(found, wanted)) {
            throw new JsonPatchException("testing value " + text + " failed: test failed");
        }
    }

    /** Scalars are compared by their JSON: 1.0 is written as 1. */
    private static boolean same(Node a, Node b) {
        if (a instanceof MapNode map && b instanceof MapNode other) {
            return map.size() == other.size()
                    && map.keys().stream().allMatch(key -> {
                        Node value = map.get(key);
                        Node otherValue = other.get(key);
                        return value != null && otherValue != null && same(value, otherValue);
                    });
        }
        if (a instanceof ListNode list && b instanceof ListNode other) {
            boolean same = list.size() == other.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = same(list.get(i), other.get(i));
            }
            return same;
        }
        return a instanceof ScalarNode
                && b instanceof ScalarNode
                && JsonWriter.go(a).equals(JsonWriter.go(b));
    }

    private static Node value(MapNode operation) {
        Node value = operation.get("value");
        return value == null ? ScalarNode.NULL : value;
    }

    /** Some operations say only that the path is missing, whatever is wrong with it. */
    private static String pathOrMissing(MapNode operation, String kind) {
        if (operation.get("path") instanceof ScalarNode path && path.isString()) {
            return path.stringValue();
        }
        throw missing(kind + " operation failed to decode path");
    }

    private static String field(MapNode operation, String name, String failed, String absent) {
        @Nullable Node field = operation.get(name);
        if (field instanceof ScalarNode scalar && scalar.isString()) {
            return scalar.stringValue();
        }
        if (field == null || field.isNull()) {
            throw missing(failed + ": " + absent);
        }
        throw new JsonPatchException(
                failed + ": json: cannot unmarshal " + JsonKind.of(field) + " into Go value of type string");
    }

    private static Node within(String context, java.util.function.Supplier<Node> step) {
        try {
            return step.get();
        } catch (JsonPatchException e) {
            throw new JsonPatchException(context + ": " + e.getMessage());
        }
    }

    private static JsonPatchException missing(String message) {
        return new JsonPatchException(message + ": missing value");
    }
}
