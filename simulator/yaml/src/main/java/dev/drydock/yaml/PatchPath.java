package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document that an operation of a JSON patch names: the maps and lists on the way, the last of which is
 * there, and a key in it that may be missing.
 */
final class PatchPath {

    private final List<Node> containers;
    private final List<String> steps;
    private final String key;

    private PatchPath(List<Node> containers, List<String> steps, String key) {
        this.containers = containers;
        this.steps = steps;
        this.key = key;
    }

    /** The place of a path, null when a map or list on the way is missing. */
    static @Nullable PatchPath of(Node document, String path) {
        String[] split = path.split("/", -1);
        if (split.length < 2 || document instanceof ScalarNode) {
            return null;
        }
        List<Node> containers = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        containers.add(document);
        Node node = document;
        for (int i = 1; i < split.length - 1; i++) {
            String step = JsonPointer.decode(split[i]);
            try {
                node = get(node, step);
            } catch (JsonPatchException e) {
                return null;
            }
            if (node instanceof ScalarNode) {
                return null;
            }
            containers.add(node);
            steps.add(step);
        }
        return new PatchPath(containers, steps, JsonPointer.decode(split[split.length - 1]));
    }

    String key() {
        return key;
    }

    private Node container() {
        return containers.get(containers.size() - 1);
    }

    /** The value here; null when a map has no such key. */
    Node get() {
        return get(container(), key);
    }

    private static Node get(Node container, String key) {
        if (container instanceof ListNode list) {
            int index = index(key, list.size());
            if (index >= list.size()) {
                throw invalid(index);
            }
            return list.get(index);
        }
        Node value = ((MapNode) container).get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    boolean canReplace() {
        try {
            get();
            return true;
        } catch (JsonPatchException e) {
            return false;
        }
    }

    /** The document with the value here replaced; the place must be there unless it is in a map. */
    Node set(Node value) {
        checkDepth(value);
        Node container = container();
        return container instanceof ListNode list
                ? rebuilt(list.with(index(key, list.size()), value))
                : rebuilt(((MapNode) container).with(key, value));
    }

    /** The document with the value put here, moving items behind it in a list. */
    Node add(Node value) {
        checkDepth(value);
        if (container() instanceof MapNode map) {
            return rebuilt(map.with(key, value));
        }
        ListNode list = (ListNode) container();
        if (key.equals("-")) {
            return rebuilt(list.plus(value));
        }
        int index;
        int size = list.size() + 1;
        try {
            index = parse(key);
        } catch (JsonPatchException e) {
            throw new JsonPatchException("value was not a proper array index: '" + key + "': " + e.getMessage());
        }
        if (index >= size || index < -size) {
            throw invalid(index);
        }
        List<Node> items = new ArrayList<>(list.items());
        items.add(index < 0 ? index + size : index, value);
        return rebuilt(ListNode.of(items, list.location()));
    }

    /** The document without the value here. */
    Node remove() {
        if (container() instanceof MapNode map) {
            if (!map.has(key)) {
                throw new JsonPatchException("Unable to remove nonexistent key: " + key + ": missing value");
            }
            return rebuilt(map.without(key));
        }
        ListNode list = (ListNode) container();
        int index = index(key, list.size());
        if (index >= list.size()) {
            throw invalid(index);
        }
        List<Node> items = new ArrayList<>(list.items());
        items.remove(index);
        return rebuilt(ListNode.of(items, list.location()));
    }

    private Node rebuilt(Node last) {
        Node node = last;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Node parent = containers.get(i);
            String step = steps.get(i);
            node = parent instanceof ListNode list
                    ? list.with(index(step, list.size()), node)
                    : ((MapNode) parent).with(step, node);
        }
        return node;
    }

    /** An index, counted from the end when it is negative; may be too large. */
    private static int index(String text, int size) {
        int index = parse(text);
        if (index < -size) {
            throw invalid(index);
        }
        return index < 0 ? index + size : index;
    }

    /** As strconv.Atoi. */
    private static int parse(String text) {
        if (!text.matches("[-+]?[0-9]+")) {
            throw new JsonPatchException("strconv.Atoi: parsing " + GoQuote.quote(text) + ": invalid syntax");
        }
        long value = text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private static JsonPatchException invalid(int index) {
        return new JsonPatchException("Unable to access invalid index: " + index + ": invalid index referenced");
    }

    private void checkDepth(Node value) {
        if (containers.size() + height(value) > Limits.DEPTH) {
            throw new JsonPatchException(Limits.tooDeep());
        }
    }

    private static int height(Node node) {
        int highest = 0;
        if (node instanceof MapNode map) {
            for (Node value : map.values()) {
                highest = Math.max(highest, height(value) + 1);
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list) {
                highest = Math.max(highest, height(item) + 1);
            }
        }
        return highest;
    }
}
