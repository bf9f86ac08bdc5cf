package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.patch.StrategicMerge.Walked;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lists whose elements are told apart by keys; follows walk/associative_sequence.go, including what it does to
 * elements without their key.
 */
@SuppressWarnings("ReferenceEquality") // a patch that is merged with itself
final class KeyedListMerge {

    private final StrategicMerge merge;
    private final List<String> keys;
    private final @Nullable MergeSchema elements;

    KeyedListMerge(StrategicMerge merge, List<String> keys, @Nullable MergeSchema elements) {
        this.merge = merge;
        this.keys = keys.isEmpty() ? List.of("") : keys;
        this.elements = elements;
    }

    List<Node> merge(ListNode destList, @Nullable ListNode patchList) {
        KeyedItems dest = new KeyedItems(destList.items());
        boolean self = destList == patchList;
        KeyedItems patch = patchList == null ? null : self ? dest : new KeyedItems(patchList.items());
        List<List<String>> values = values(destList, patchList);
        if (keys.size() > 1) {
            pairUp(values);
        }
        KeyedItems items = new KeyedItems(List.of());
        Set<List<String>> placed = new LinkedHashSet<>();
        List<String> valid = List.of();
        Set<String> used = usedKeys(values);
        for (List<String> value : values) {
            valid = used.isEmpty() ? keys : keys.stream().filter(used::contains).toList();
            List<String> validValues = used.isEmpty() ? value : validValues(value, used);
            one(dest, patch, items, placed, valid, validValues);
        }
        if (!values.isEmpty()) {
            append(items, dest, valid);
            return items.nodes();
        }
        return dest.nodes();
    }

    private void one(
            KeyedItems dest,
            @Nullable KeyedItems patch,
            KeyedItems items,
            Set<List<String>> placed,
            List<String> valid,
            List<String> values) {
        List<String> ownKeys = new ArrayList<>();
        List<String> ownValues = new ArrayList<>();
        for (int i = 0; i < valid.size(); i++) {
            if (!values.get(i).isEmpty()) {
                ownKeys.add(valid.get(i));
                ownValues.add(values.get(i));
            }
        }
        if (ownKeys.isEmpty()) {
            ownKeys = valid;
            ownValues = values;
        }
        int at = dest.indexOf(ownKeys, ownValues);
        int inPatch = patch == null ? -1 : patch.indexOf(ownKeys, ownValues);
        Node old = at < 0 ? null : dest.get(at);
        Walked walked = merge.walk(old, inPatch < 0 || patch == null ? null : patch.get(inPatch), elements);
        if (patch != null && inPatch >= 0) {
            patch.set(inPatch, StrategicMerge.withoutDirective(patch.get(inPatch)));
        }
        Node merged = walked.node();
        if (merged == null || merged.isNull() || (merged instanceof MapNode map && map.isEmpty())) {
            dest.remove(valid, values);
            return;
        }
        if (merged instanceof MapNode map) {
            for (int i = 0; i < valid.size(); i++) {
                if (!values.get(i).isEmpty() && !map.has(valid.get(i))) {
                    map = map.with(valid.get(i), Scalars.untagged(values.get(i)));
                }
            }
            merged = map;
        }
        if (at >= 0 && walked.inPlace()) {
            dest.set(at, merged);
        }
        boolean complete = !values.contains("");
        if (complete && placed.add(values)) {
            items.add(merged);
        } else {
            items.put(valid, values, merged);
        }
    }

    /** The elements of the object, in their order, behind or in the place of what was merged. */
    private static void append(KeyedItems items, KeyedItems dest, List<String> keys) {
        for (Node item : dest.nodes()) {
            if (keys.get(0).isEmpty()) {
                items.put(List.of(""), List.of(Scalars.text(item)), item);
                continue;
            }
            List<String> values = new ArrayList<>();
            for (String key : keys) {
                if (!item.isNull()) {
                    KindErrors.require(item, Kind.MAP);
                }
                Node value = item instanceof MapNode map ? map.get(key) : null;
                if (value == null) {
                    items.add(item);
                } else {
                    values.add(Scalars.text(value));
                }
            }
            if (keys.size() > 1) {
                items.remove(keys, values);
            }
            items.put(keys, values, item);
        }
    }

    /** The key values of all elements, the patch's first, without repetitions. */
    private List<List<String>> values(ListNode dest, @Nullable ListNode patch) {
        Set<List<String>> seen = new LinkedHashSet<>();
        for (ListNode list : patch == null ? new ListNode[] {dest} : new ListNode[] {patch, dest}) {
            for (Node item : list) {
                seen.add(keys.get(0).isEmpty() ? List.of(Scalars.text(item)) : valuesOf(item));
            }
        }
        return new ArrayList<>(seen);
    }

    private List<String> valuesOf(Node item) {
        List<String> values = new ArrayList<>(keys.size());
        for (String key : keys) {
            Node value = item instanceof MapNode map ? map.get(key) : null;
            values.add(Scalars.isNilOrEmpty(value) ? "" : Scalars.text(value));
        }
        return values;
    }

    /** With two keys, a missing value pairs with any when the other key is equal. */
    private static void pairUp(List<List<String>> values) {
        if (values.stream().noneMatch(v -> v.contains(""))) {
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                List<String> pair = paired(values.get(i), values.get(j));
                if (pair != null) {
                    values.set(i, pair);
                    values.set(j, pair);
                }
            }
        }
    }

    private static @Nullable List<String> paired(List<String> a, List<String> b) {
        boolean common = false;
        List<String> pair = new ArrayList<>(a.size());
        for (int i = 0; i < a.size(); i++) {
            String x = a.get(i);
            String y = b.get(i);
            if (x.equals(y)) {
                common = true;
                pair.add(x);
            } else if (!x.isEmpty() && !y.isEmpty()) {
                return null;
            } else {
                pair.add(x.isEmpty() ? y : x);
            }
        }
        return common ? pair : null;
    }

    private Set<String> usedKeys(List<List<String>> values) {
        Set<String> used = new LinkedHashSet<>();
        for (List<String> value : values) {
            for (int i = 0; i < value.size(); i++) {
                if (!value.get(i).isEmpty()) {
                    used.add(keys.get(i));
                }
            }
        }
        return used;
    }

    private List<String> validValues(List<String> value, Set<String> used) {
        List<String> valid = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isEmpty() || used.contains(keys.get(i))) {
                valid.add(value.get(i));
            }
        }
        return valid;
    }
}
