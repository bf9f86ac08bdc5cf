package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.apply.GoText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges a strategic merge patch into an object; both are consumed (strategicpatch/patch.go: mergeMap). */
final class StrategicMerge {

    static final String DIRECTIVE = "$patch";
    static final String DELETE = "delete";
    static final String REPLACE = "replace";
    static final String MERGE = "merge";
    private static final String RETAIN_KEYS = "$retainKeys";
    private static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";
    private static final String ELEMENT_ORDER = "$setElementOrder";

    private StrategicMerge() {}

    /** The merged map; may be the original, the patch, or a new map. */
    static Map<String, @Nullable Object> maps(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch, PatchSchema schema)
            throws StrategicMergeException {
        if (patch.containsKey(DIRECTIVE)) {
            return directive(patch);
        }
        retainKeys(original, patch);
        orderedLists(original, patch, schema);
        for (Map.Entry<String, @Nullable Object> entry : patch.entrySet()) {
            String key = entry.getKey();
            boolean deletions = key.startsWith(DELETE_FROM_LIST);
            if (deletions) {
                key = stripped(key, DELETE_FROM_LIST);
            }
            entry(original, key, entry.getValue(), deletions, schema);
        }
        return original;
    }

    private static Map<String, @Nullable Object> directive(Map<String, @Nullable Object> patch)
            throws StrategicMergeException {
        Object directive = patch.get(DIRECTIVE);
        if (REPLACE.equals(directive)) {
            patch.remove(DIRECTIVE);
            return patch;
        }
        if (DELETE.equals(directive)) {
            return new LinkedHashMap<>();
        }
        throw unknown(directive, patch);
    }

    static StrategicMergeException unknown(@Nullable Object directive, Map<String, @Nullable Object> patch) {
        return StrategicMergeException.other("unknown patch type: " + GoText.plain(Tree.toNode(directive)) + " in map: "
                + GoText.plain(Tree.toNode(patch)));
    }

    private static void entry(
            Map<String, @Nullable Object> original,
            String key,
            @Nullable Object value,
            boolean deletions,
            PatchSchema schema)
            throws StrategicMergeException {
        if (value == null) {
            original.remove(key);
            return;
        }
        Object old = original.get(key);
        if (!original.containsKey(key) || !Tree.type(old).equals(Tree.type(value))) {
            if (!deletions) {
                discardNulls(value);
                putWithoutDirectives(original, key, value);
            }
        } else if (value instanceof Map) {
            PatchSchema below = schema.below(key, false);
            original.put(key, below.strategy().equals(REPLACE) ? value : maps(Tree.map(old), Tree.map(value), below));
        } else if (value instanceof List) {
            original.put(key, lists(Tree.list(old), Tree.list(value), schema.below(key, true), deletions));
        } else {
            original.put(key, value);
        }
    }

    private static List<@Nullable Object> lists(
            List<@Nullable Object> old, List<@Nullable Object> patch, PatchSchema schema, boolean deletions)
            throws StrategicMergeException {
        return schema.strategy().equals(MERGE) || deletions
                ? StrategicLists.merge(old, patch, schema, deletions)
                : patch;
    }

    private static void putWithoutDirectives(Map<String, @Nullable Object> map, String key, Object value) {
        if (removeDirectives(value)) {
            map.put(key, value);
        } else {
            map.remove(key);
        }
    }

    /** Takes directives out of a value, in place; whether the value is to be kept. */
    private static boolean removeDirectives(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey(DIRECTIVE)) {
                return false;
            }
            map.values().removeIf(child -> !removeDirectives(child));
        } else if (value instanceof List<?> list) {
            list.removeIf(child -> !removeDirectives(child));
        }
        return true;
    }

    private static void discardNulls(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().removeIf(Objects::isNull);
            map.values().forEach(StrategicMerge::discardNulls);
        } else if (value instanceof List<?> list) {
            list.forEach(StrategicMerge::discardNulls);
        }
    }

    private static String stripped(String key, String prefix) throws StrategicMergeException {
        if (key.startsWith(prefix + "/")) {
            return key.substring(prefix.length() + 1);
        }
        throw prefix.equals(ELEMENT_ORDER)
                ? StrategicMergeException.elementOrderFormat()
                : StrategicMergeException.primitiveListFormat();
    }

    private static void retainKeys(Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch)
            throws StrategicMergeException {
        if (!patch.containsKey(RETAIN_KEYS)) {
            return;
        }
        if (!(patch.remove(RETAIN_KEYS) instanceof List<?> list)) {
            throw StrategicMergeException.retainKeysFormat();
        }
        Set<@Nullable Object> retained = new HashSet<>(list);
        for (Map.Entry<String, @Nullable Object> entry : patch.entrySet()) {
            String key = entry.getKey();
            boolean parallel = key.startsWith(DELETE_FROM_LIST) || key.startsWith(ELEMENT_ORDER);
            if (entry.getValue() != null && !parallel && !retained.contains(key)) {
                throw StrategicMergeException.retainKeysFormat();
            }
        }
        original.keySet().removeIf(key -> !retained.contains(key));
    }

    /** Merges the lists whose order the patch gives, and takes them out of the patch. */
    private static void orderedLists(
            Map<String, @Nullable Object> original, Map<String, @Nullable Object> patch, PatchSchema schema)
            throws StrategicMergeException {
        Map<String, @Nullable Object> orders = new LinkedHashMap<>();
        for (Iterator<Map.Entry<String, @Nullable Object>> i = patch.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, @Nullable Object> entry = i.next();
            if (entry.getKey().startsWith(ELEMENT_ORDER)) {
                orders.put(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<String, @Nullable Object> order : orders.entrySet()) {
            patch.remove(order.getKey());
            orderedList(original, patch, schema, stripped(order), Tree.list(order.getValue()));
        }
    }

    private static String stripped(Map.Entry<String, @Nullable Object> order) throws StrategicMergeException {
        Tree.list(order.getValue());
        return stripped(order.getKey(), ELEMENT_ORDER);
    }

    private static void orderedList(
            Map<String, @Nullable Object> original,
            Map<String, @Nullable Object> patch,
            PatchSchema schema,
            String key,
            List<@Nullable Object> order)
            throws StrategicMergeException {
        List<@Nullable Object> old = original.containsKey(key) ? Tree.list(original.get(key)) : null;
        List<@Nullable Object> given = patch.containsKey(key) ? Tree.list(patch.get(key)) : null;
        PatchSchema below = schema.below(key, true);
        StrategicLists.checkOrder(given == null ? List.of() : given, order, below.mergeKey());
        if (old == null && given == null) {
            return;
        }
        List<@Nullable Object> before = old == null ? List.of() : new ArrayList<>(old);
        List<@Nullable Object> merged;
        if (old == null) {
            merged = new ArrayList<>(Objects.requireNonNull(given));
            removeDirectives(merged);
        } else {
            merged = given == null ? old : lists(old, given, below, false);
        }
        original.put(
                key,
                StrategicLists.ordered(merged, order, before, given == null ? List.of() : given, below.mergeKey()));
        patch.remove(key);
    }
}
