package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a configuration into a live object (typed/merge.go): nothing is removed, the configuration wins, associative lists
 * are merged item by item. Untouched subtrees stay the nodes that they are.
 */
final class Merging {

    private Merging() {}

    /** The live value with the configuration merged in. */
    static Node merge(Node live, Node configuration, TypeRef type) {
        Node merged = walk(live, configuration, type);
        return merged == null ? ScalarNode.NULL : merged;
    }

    private static @Nullable Node walk(@Nullable Node l, @Nullable Node r, @Nullable TypeRef type) {
        if (r == null || l == r) {
            return l;
        }
        if (l == null) {
            return r;
        }
        Atom atom = type == null ? Atom.NONE : type.atom();
        return switch (Form.of(atom, r)) {
            case MAP -> maps(l, r, Objects.requireNonNull(atom.map()));
            case LIST -> lists(l, r, Objects.requireNonNull(atom.list()));
            default -> l.equals(r) ? l : r;
        };
    }

    private static @Nullable Node maps(Node l, Node r, MapType type) {
        MapNode left = l instanceof MapNode map ? map : MapNode.EMPTY;
        MapNode right = r instanceof MapNode map ? map : MapNode.EMPTY;
        if (type.atomic() || (left.isEmpty() && right.isEmpty())) {
            return l.equals(r) ? l : r;
        }
        MapNode[] merged = {left};
        right.forEach((key, configured) -> {
            Node value = walk(left.get(key), configured, type.typeOf(key));
            if (value != null) {
                merged[0] = merged[0].with(key, value);
            }
        });
        return merged[0];
    }

    private static @Nullable Node lists(Node l, Node r, ListType type) {
        ListNode left = l instanceof ListNode list ? list : ListNode.EMPTY;
        ListNode right = r instanceof ListNode list ? list : ListNode.EMPTY;
        if (!type.associative() || (left.isEmpty() && right.isEmpty())) {
            return l.equals(r) ? l : r;
        }
        List<Node> merged = new Items(left, right, type).merge();
        boolean same = merged.size() == left.size();
        for (int i = 0; same && i < merged.size(); i++) {
            same = merged.get(i) == left.get(i);
        }
        return same ? left : ListNode.of(merged);
    }

    /** The merge of two associative lists. Shared items take the order of the configuration. */
    private static final class Items {
        private final ListNode left;
        private final ListType type;
        private final List<PathElement> leftElements = new ArrayList<>();
        private final List<PathElement> rightElements = new ArrayList<>();
        private final Map<PathElement, Node> leftItems = new TreeMap<>();
        private final Map<PathElement, Node> rightItems = new TreeMap<>();
        private final List<Node> out = new ArrayList<>();

        Items(ListNode left, ListNode right, ListType type) {
            this.left = left;
            this.type = type;
            index(right, rightElements, rightItems);
            index(left, leftElements, leftItems);
        }

        private void index(ListNode list, List<PathElement> elements, Map<PathElement, Node> items) {
            for (Node item : list) {
                try {
                    PathElement element = ListKeys.of(type, item);
                    elements.add(element);
                    // repeated items are replaced, not merged
                    items.merge(element, item, (first, second) -> ScalarNode.NULL);
                } catch (ListKeys.UnidentifiedItem e) {
                    throw new IllegalArgumentException(e.getMessage(), e);
                }
            }
        }

        List<Node> merge() {
            List<PathElement> shared =
                    rightElements.stream().filter(leftItems::containsKey).toList();
            TreeSet<PathElement> done = new TreeSet<>();
            int nextShared = 0;
            int l = 0;
            int r = 0;
            while (l < leftElements.size() || r < rightElements.size()) {
                if (l < leftElements.size() && r < rightElements.size()) {
                    PathElement element = leftElements.get(l);
                    if (element.compareTo(rightElements.get(r)) == 0) {
                        done.add(element);
                        add(leftItems.get(element), rightItems.get(element));
                        l++;
                        r++;
                        nextShared++;
                        continue;
                    }
                    boolean anotherIsNext =
                            nextShared < shared.size() && shared.get(nextShared).compareTo(element) != 0;
                    if (rightItems.containsKey(element) && anotherIsNext) {
                        l++; // its turn comes later
                        continue;
                    }
                }
                if (l < leftElements.size()) {
                    PathElement element = leftElements.get(l);
                    if (!rightItems.containsKey(element)) {
                        out.add(left.get(l));
                        l++;
                        continue;
                    } else if (done.contains(element)) {
                        l++;
                    }
                }
                if (r < rightElements.size()) {
                    PathElement element = rightElements.get(r);
                    done.add(element);
                    add(leftItems.get(element), rightItems.get(element));
                    r++;
                    if (nextShared < shared.size() && shared.get(nextShared).compareTo(element) == 0) {
                        nextShared++;
                    }
                }
            }
            return out;
        }

        private void add(@Nullable Node leftItem, @Nullable Node rightItem) {
            Node merged = walk(leftItem, rightItem, type.element());
            if (merged != null) {
                out.add(merged);
            }
        }
    }
}
