package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.apply.GoText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists in a strategic merge: items by merge key, sets of scalars, and their order (strategicpatch/patch.go: mergeSlice). */
final class StrategicLists {

    private StrategicLists() {}

    static List<@Nullable Object> merge(
            List<@Nullable Object> original, List<@Nullable Object> patch, PatchSchema schema, boolean deletions)
            throws StrategicMergeException {
        if (original.isEmpty() && patch.isEmpty()) {
            return original;
        }
        String mergeKey = schema.mergeKey();
        List<@Nullable Object> before = original;
        List<@Nullable Object> given = patch;
        List<@Nullable Object> merged;
        boolean maps = elementsAreMaps(original, patch);
        if (!maps) {
            if (deletions) {
                List<@Nullable Object> rest = new ArrayList<>(original);
                rest.removeAll(patch);
                return rest;
            }
            LinkedHashSet<@Nullable Object> all = new LinkedHashSet<>(original);
            all.addAll(patch);
            merged = new ArrayList<>(all);
        } else {
            if (mergeKey.isEmpty()) {
                throw StrategicMergeException.other("cannot merge lists without merge key for " + schema.kind());
            }
            before = new ArrayList<>(original);
            given = new ArrayList<>();
            if (special(before, patch, given, mergeKey)) {
                before = given;
                given = new ArrayList<>();
            }
            merged = items(before, given, schema);
        }
        return arranged(merged, given, before, mergeKey, maps);
    }

    /** Carries out the directives among the items; whether the rest of the patch replaces the list. */
    private static boolean special(
            List<@Nullable Object> before, List<@Nullable Object> patch, List<@Nullable Object> rest, String mergeKey)
            throws StrategicMergeException {
        boolean replace = false;
        for (Object item : patch) {
            Map<String, @Nullable Object> map = Tree.map(item);
            Object directive = map.get(StrategicMerge.DIRECTIVE);
            if (!map.containsKey(StrategicMerge.DIRECTIVE)) {
                rest.add(item);
            } else if (StrategicMerge.DELETE.equals(directive)) {
                if (!map.containsKey(mergeKey)) {
                    throw StrategicMergeException.noMergeKey(map, mergeKey);
                }
                for (int at; (at = find(before, mergeKey, map.get(mergeKey))) >= 0; ) {
                    before.remove(at);
                }
            } else if (StrategicMerge.REPLACE.equals(directive)) {
                replace = true;
            } else if (StrategicMerge.MERGE.equals(directive)) {
                throw StrategicMergeException.other("merging lists cannot yet be specified in the patch");
            } else {
                throw StrategicMerge.unknown(directive, map);
            }
        }
        return replace;
    }

    private static List<@Nullable Object> items(
            List<@Nullable Object> before, List<@Nullable Object> patch, PatchSchema schema)
            throws StrategicMergeException {
        List<@Nullable Object> merged = new ArrayList<>(before);
        for (Object item : patch) {
            Map<String, @Nullable Object> map = Tree.map(item);
            if (!map.containsKey(schema.mergeKey())) {
                throw StrategicMergeException.noMergeKey(map, schema.mergeKey());
            }
            int at = find(merged, schema.mergeKey(), map.get(schema.mergeKey()));
            if (at < 0) {
                merged.add(item);
            } else {
                merged.set(at, StrategicMerge.maps(Tree.map(merged.get(at)), map, schema));
            }
        }
        return merged;
    }

    private static int find(List<@Nullable Object> items, String key, @Nullable Object value)
            throws StrategicMergeException {
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> map)) {
                throw StrategicMergeException.other("value for key " + i + " is not a map");
            }
            if (map.containsKey(key) && Objects.equals(map.get(key), value)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the items of lists are maps; they must all be of one type. */
    private static boolean elementsAreMaps(List<@Nullable Object> a, List<@Nullable Object> b)
            throws StrategicMergeException {
        String first = null;
        for (List<@Nullable Object> list : List.of(a, b)) {
            for (Object item : list) {
                String type = Tree.type(item);
                if (first == null && item instanceof List) {
                    throw StrategicMergeException.listOfLists();
                }
                if (first != null && !first.equals(type)) {
                    throw StrategicMergeException.other("list element types are not identical: ["
                            + GoText.plain(Tree.toNode(a)) + " " + GoText.plain(Tree.toNode(b)) + "]");
                }
                first = type;
            }
        }
        if (first == null) {
            throw StrategicMergeException.other("no elements in any of the given slices");
        }
        return first.startsWith("map");
    }

    /** Checks that the items of a patch come in the order that the patch gives ($setElementOrder). */
    static void checkOrder(List<@Nullable Object> patch, List<@Nullable Object> order, String mergeKey)
            throws StrategicMergeException {
        if (order.isEmpty() || patch.isEmpty()) {
            return;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : patch) {
            boolean deletion = !mergeKey.isEmpty()
                    && StrategicMerge.DELETE.equals(Tree.map(item).get(StrategicMerge.DIRECTIVE));
            if (!deletion) {
                items.add(item);
            }
        }
        int i = 0;
        int j = 0;
        while (i < items.size() && j < order.size()) {
            if (items.get(i) instanceof Map<?, ?> map && map.containsKey(StrategicMerge.DIRECTIVE)) {
                i++;
                continue;
            }
            i += sameKey(items.get(i), order.get(j), mergeKey) ? 1 : 0;
            j++;
        }
        if (i < items.size() && j >= order.size()) {
            throw StrategicMergeException.other("The order in patch list:\n" + GoText.plain(Tree.toNode(patch))
                    + "\n doesn't match $setElementOrder list:\n" + GoText.plain(Tree.toNode(order)) + "\n");
        }
    }

    private static boolean sameKey(@Nullable Object left, @Nullable Object right, String mergeKey)
            throws StrategicMergeException {
        if (mergeKey.isEmpty()) {
            return Objects.equals(left, right);
        }
        Map<String, @Nullable Object> a = Tree.map(left);
        Map<String, @Nullable Object> b = Tree.map(right);
        for (Map<String, @Nullable Object> map : List.of(a, b)) {
            if (!map.containsKey(mergeKey)) {
                throw StrategicMergeException.noMergeKey(map, mergeKey);
            }
        }
        return Objects.equals(a.get(mergeKey), b.get(mergeKey));
    }

    /** A merged list in the order that the patch gives. */
    static List<@Nullable Object> ordered(
            List<@Nullable Object> merged,
            List<@Nullable Object> order,
            List<@Nullable Object> before,
            List<@Nullable Object> patch,
            String mergeKey)
            throws StrategicMergeException {
        List<@Nullable Object> inPatch = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        partition(merged, order, mergeKey, inPatch, others);
        boolean maps = elementsAreMaps(before, patch);
        return ListOrder.normalize(inPatch, others, order, before, mergeKey, maps);
    }

    private static List<@Nullable Object> arranged(
            List<@Nullable Object> merged,
            List<@Nullable Object> patch,
            List<@Nullable Object> before,
            String mergeKey,
            boolean maps)
            throws StrategicMergeException {
        List<@Nullable Object> inPatch = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        partition(merged, patch, mergeKey, inPatch, others);
        return ListOrder.normalize(inPatch, others, patch, before, mergeKey, maps);
    }

    private static void partition(
            List<@Nullable Object> merged,
            List<@Nullable Object> by,
            String mergeKey,
            List<@Nullable Object> in,
            List<@Nullable Object> out)
            throws StrategicMergeException {
        for (Object item : merged) {
            boolean found;
            if (mergeKey.isEmpty()) {
                found = by.contains(item);
            } else {
                Map<String, @Nullable Object> map = Tree.map(item);
                if (!map.containsKey(mergeKey)) {
                    throw StrategicMergeException.noMergeKey(map, mergeKey);
                }
                found = find(by, mergeKey, map.get(mergeKey)) >= 0;
            }
            (found ? in : out).add(item);
        }
    }
}
