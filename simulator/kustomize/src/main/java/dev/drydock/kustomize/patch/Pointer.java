package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.text.GoText;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document: the containers on the way to it and its key in the last one.
 *
 * @param steps keys on the way, decoded
 * @param containers the nodes at the steps, the document first; null when the way breaks off
 */
record Pointer(List<String> steps, String key, @Nullable List<Node> containers) {

    /** Deeper than any object. */
    private static final int MOST_LEVELS = 500;

    static Pointer of(Node document, String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 2 || segments.length > MOST_LEVELS) {
            return new Pointer(List.of(), "", null);
        }
        List<String> steps = new ArrayList<>();
        for (int i = 1; i < segments.length - 1; i++) {
            steps.add(decode(segments[i]));
        }
        String key = decode(segments[segments.length - 1]);
        List<Node> containers = new ArrayList<>();
        containers.add(document);
        Node node = document;
        for (String step : steps) {
            Node next;
            try {
                next = child(node, step);
            } catch (KustomizeException e) {
                next = null;
            }
            if (!(next instanceof MapNode) && !(next instanceof ListNode)) {
                return new Pointer(steps, key, null);
            }
            containers.add(next);
            node = next;
        }
        return new Pointer(steps, key, containers);
    }

    private static String decode(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    Pointer orThrow(String message) {
        if (containers == null) {
            throw new KustomizeException(message);
        }
        return this;
    }

    private Node last() {
        List<Node> way = containers;
        if (way == null) {
            throw new IllegalStateException("the way breaks off");
        }
        return way.get(way.size() - 1);
    }

    private static @Nullable Node child(Node container, String key) {
        if (container instanceof MapNode map) {
            return map.get(key);
        }
        List<Node> items = ((ListNode) container).items();
        return items.get(existing(key, items.size()));
    }

    private static int existing(String key, int size) {
        int index = number(key);
        int at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new KustomizeException("Unable to access invalid index: " + index + ": invalid index referenced");
        }
        return at;
    }

    private static int number(String key) {
        Integer index = Lookup.integer(key);
        if (index == null) {
            throw new KustomizeException("strconv.Atoi: parsing " + GoText.quote(key) + ": invalid syntax");
        }
        return index;
    }

    /** The value, null when a map does not have the key. */
    @Nullable
    Node get(String prefix) {
        try {
            return child(last(), key);
        } catch (KustomizeException e) {
            throw new KustomizeException(prefix + e.getMessage());
        }
    }

    Node set(Node value) {
        if (last() instanceof ListNode list) {
            return rebuild(list.with(existing(key, list.size()), value));
        }
        return rebuild(((MapNode) last()).with(key, value));
    }

    Node add(Node value, String prefix) {
        if (last() instanceof MapNode map) {
            return rebuild(map.with(key, value));
        }
        List<Node> items = new ArrayList<>(((ListNode) last()).items());
        if (key.equals("-")) {
            items.add(value);
            return rebuild(ListNode.of(items, last().location()));
        }
        Integer index = Lookup.integer(key);
        if (index == null) {
            throw new KustomizeException(prefix + "value was not a proper array index: '" + key
                    + "': strconv.Atoi: parsing " + GoText.quote(key) + ": invalid syntax");
        }
        int size = items.size() + 1;
        int at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new KustomizeException(
                    prefix + "Unable to access invalid index: " + index + ": invalid index referenced");
        }
        items.add(at, value);
        return rebuild(ListNode.of(items, last().location()));
    }

    Node remove(String prefix) {
        if (last() instanceof MapNode map) {
            if (!map.has(key)) {
                throw new KustomizeException(prefix + "Unable to remove nonexistent key: " + key + ": missing value");
            }
            return rebuild(map.without(key));
        }
        try {
            List<Node> items = new ArrayList<>(((ListNode) last()).items());
            items.remove(existing(key, items.size()));
            return rebuild(ListNode.of(items, last().location()));
        } catch (KustomizeException e) {
            throw new KustomizeException(prefix + e.getMessage());
        }
    }

    private Node rebuild(Node changed) {
        List<Node> way = containers;
        Node node = changed;
        for (int i = steps.size() - 1; way != null && i >= 0; i--) {
            Node container = way.get(i);
            String step = steps.get(i);
            node = container instanceof ListNode list
                    ? list.with(existing(step, list.size()), node)
                    : ((MapNode) container).with(step, node);
        }
        return node;
    }
}
