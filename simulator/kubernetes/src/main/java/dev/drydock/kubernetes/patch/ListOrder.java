package dev.drydock.kubernetes.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The order of a merged list: items of the patch in its order, the others woven in (strategicpatch: normalizeElementOrder). */
final class ListOrder {

    private ListOrder() {}

    static List<@Nullable Object> normalize(
            List<@Nullable Object> patch,
            List<@Nullable Object> others,
            List<@Nullable Object> patchOrder,
            List<@Nullable Object> serverOrder,
            String mergeKey,
            boolean maps)
            throws StrategicMergeException {
        List<@Nullable Object> right = sorted(patch, patchOrder, mergeKey, maps);
        List<@Nullable Object> left = sorted(others, serverOrder, mergeKey, maps);
        List<@Nullable Object> all = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i >= left.size()) {
                all.add(right.get(j++));
            } else if (j >= right.size()) {
                all.add(left.get(i++));
            } else {
                int li = index(serverOrder, left.get(i), mergeKey, maps);
                int ri = index(serverOrder, right.get(j), mergeKey, maps);
                all.add(li >= 0 && ri >= 0 && li < ri ? left.get(i++) : right.get(j++));
            }
        }
        return all;
    }

    /** Upstream's stable sort with a comparison that is no order, which is why it is spelled out here. */
    private static List<@Nullable Object> sorted(
            List<@Nullable Object> items, List<@Nullable Object> order, String mergeKey, boolean maps)
            throws StrategicMergeException {
        List<@Nullable Object> sorted = new ArrayList<>();
        List<@Nullable Object> deleted = new ArrayList<>();
        if (maps) {
            requireKeys(items, mergeKey);
            requireKeys(order, mergeKey);
        }
        for (Object item : items) {
            boolean deletion =
                    maps && StrategicMerge.DELETE.equals(Tree.map(item).get(StrategicMerge.DIRECTIVE));
            (deletion ? deleted : sorted).add(item);
        }
        for (int i = 1; i < sorted.size(); i++) {
            for (int j = i; j > 0 && less(sorted.get(j), sorted.get(j - 1), order, mergeKey, maps); j--) {
                Object moved = sorted.get(j);
                sorted.set(j, sorted.get(j - 1));
                sorted.set(j - 1, moved);
            }
        }
        sorted.addAll(deleted);
        return sorted;
    }

    private static boolean less(
            @Nullable Object a, @Nullable Object b, List<@Nullable Object> order, String mergeKey, boolean maps) {
        int first = index(order, a, mergeKey, maps);
        int second = first < 0 ? -1 : index(order, b, mergeKey, maps);
        return second < 0 || first < second;
    }

    private static void requireKeys(List<@Nullable Object> items, String mergeKey) throws StrategicMergeException {
        for (Object item : items) {
            Map<String, @Nullable Object> map = Tree.map(item);
            if (!map.containsKey(mergeKey)) {
                throw StrategicMergeException.noMergeKey(map, mergeKey);
            }
        }
    }

    private static int index(List<@Nullable Object> items, @Nullable Object wanted, String mergeKey, boolean maps) {
        Object value = value(wanted, mergeKey, maps);
        for (int i = 0; i < items.size(); i++) {
            if (Objects.equals(value, value(items.get(i), mergeKey, maps))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Object value(@Nullable Object item, String mergeKey, boolean maps) {
        if (!maps) {
            return item;
        }
        return item instanceof Map<?, ?> map ? map.get(mergeKey) : null;
    }
}
