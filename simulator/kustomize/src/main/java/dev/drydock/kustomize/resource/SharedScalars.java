package dev.drydock.kustomize.resource;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scalar that stands in several places of an object, as kustomize leaves it there when it adds a label to an object and
 * to its selectors and templates: whoever changes it in one place later changes it in all.
 *
 * @param node the scalar
 * @param places the ways to it: keys of maps, indices of lists
 */
@SuppressWarnings("ReferenceEquality") // it is about one and the same node
record SharedScalars(ScalarNode node, List<List<Object>> places) {

    /** The scalar with all places of a tree where it stands, or null when that is not more than one. */
    static @Nullable SharedScalars find(Node tree, ScalarNode node) {
        List<List<Object>> places = new ArrayList<>();
        collect(tree, node, List.of(), places);
        return places.size() < 2 ? null : new SharedScalars(node, places);
    }

    private static void collect(Node tree, ScalarNode node, List<Object> way, List<List<Object>> places) {
        if (tree == node) {
            places.add(way);
        } else if (tree instanceof MapNode map) {
            map.forEach((key, value) -> collect(value, node, longer(way, key), places));
        } else if (tree instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), node, longer(way, i), places);
            }
        }
    }

    private static List<Object> longer(List<Object> way, Object step) {
        List<Object> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }

    /** What became of the scalar in a changed tree: another scalar in one of its places, itself, or null. */
    private @Nullable ScalarNode successor(Node tree) {
        for (List<Object> place : places) {
            if (at(tree, place) instanceof ScalarNode now && now != node) {
                return now;
            }
        }
        return node;
    }

    private static @Nullable Node at(Node tree, List<Object> place) {
        Node node = tree;
        for (Object step : place) {
            Node next = null;
            if (step instanceof String key && node instanceof MapNode map) {
                next = map.get(key);
            } else if (step instanceof Integer index && node instanceof ListNode list && index < list.size()) {
                next = list.get(index);
            }
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** The scalar that now stands in the places of this tree. */
    SharedScalars in(Node tree) {
        ScalarNode now = successor(tree);
        return now == null || now == node ? this : new SharedScalars(now, places);
    }

    /** The tree with this scalar in the places that still hold an older one. */
    Node spread(Node tree, ScalarNode older) {
        Node spread = tree;
        for (List<Object> place : places) {
            if (at(spread, place) == older) {
                spread = with(spread, place, node);
            }
        }
        return spread;
    }

    private static Node with(Node tree, List<Object> place, Node value) {
        if (place.isEmpty()) {
            return value;
        }
        List<Object> rest = place.subList(1, place.size());
        if (place.get(0) instanceof String key) {
            MapNode map = (MapNode) tree;
            Node child = map.get(key);
            return child == null ? map : map.with(key, with(child, rest, value));
        }
        ListNode list = (ListNode) tree;
        int index = (Integer) place.get(0);
        return list.with(index, with(list.get(index), rest, value));
    }
}
