package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.INT;

import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists (Sprig's list.go): none changes its argument. */
final class ListFunctions {

    private ListFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        GoFunction list = GoFunction.variadic(a -> GoList.of(a.from(0)), ANY);
        table.put("list", list);
        table.put("tuple", list);
        both(table, "first", GoFunction.of(a -> at(items(a.get(0), "find first on"), 0), ANY));
        both(table, "last", GoFunction.of(a -> at(items(a.get(0), "find last on"), -1), ANY));
        both(table, "rest", GoFunction.of(a -> part(items(a.get(0), "find rest on"), 1, 0), ANY));
        both(table, "initial", GoFunction.of(a -> part(items(a.get(0), "find initial on"), 0, 1), ANY));
        both(table, "reverse", GoFunction.of(ListFunctions::reverse, ANY));
        both(table, "compact", GoFunction.of(ListFunctions::compact, ANY));
        both(table, "uniq", GoFunction.of(ListFunctions::unique, ANY));
        both(table, "without", GoFunction.variadic(ListFunctions::without, ANY, ANY));
        both(table, "has", GoFunction.of(ListFunctions::has, ANY, ANY));
        both(table, "slice", GoFunction.variadic(ListFunctions::slice, ANY, ANY));
        both(table, "chunk", GoFunction.of(ListFunctions::chunk, INT, ANY));
        GoFunction append = GoFunction.of(a -> joined(items(a.get(0), "push on"), oneItem(a.get(1))), ANY, ANY);
        both(table, "append", append);
        both(table, "push", append);
        both(table, "prepend", GoFunction.of(a -> joined(oneItem(a.get(1)), items(a.get(0), "prepend on")), ANY, ANY));
        table.put("concat", GoFunction.variadic(ListFunctions::concat, ANY));
        table.put("sortAlpha", GoFunction.of(ListFunctions::sort, ANY));
    }

    /** The form that panics and the form that returns an error look the same from a template. */
    private static void both(Map<String, GoFunction> table, String name, GoFunction function) {
        table.put(name, function);
        String must = "must" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        table.put(must, function);
    }

    private static List<@Nullable Object> items(@Nullable Object value, String verb) {
        if (value instanceof GoList list) {
            return list.items();
        }
        if (value == null) {
            throw GoException.nil();
        }
        throw new GoException("Cannot " + verb + " type " + GoTypes.kind(value));
    }

    private static @Nullable Object at(List<@Nullable Object> items, int index) {
        return items.isEmpty() ? null : items.get(index < 0 ? items.size() - 1 : index);
    }

    private static GoList part(List<@Nullable Object> items, int start, int end) {
        return items.isEmpty() ? GoList.nil() : GoList.of(items.subList(start, items.size() - end));
    }

    private static List<@Nullable Object> oneItem(@Nullable Object item) {
        return Collections.singletonList(item);
    }

    private static GoList joined(List<@Nullable Object> first, List<@Nullable Object> second) {
        List<@Nullable Object> all = new ArrayList<>(first);
        all.addAll(second);
        return GoList.of(all);
    }

    private static GoList reverse(Arguments a) {
        List<@Nullable Object> items = new ArrayList<>(items(a.get(0), "find reverse on"));
        Collections.reverse(items);
        return GoList.of(items);
    }

    private static GoList compact(Arguments a) {
        List<@Nullable Object> kept = new ArrayList<>();
        items(a.get(0), "compact on").stream().filter(GoTypes::truth).forEach(kept::add);
        return GoList.of(kept);
    }

    private static boolean holds(List<? extends @Nullable Object> items, @Nullable Object item) {
        return items.stream().anyMatch(other -> GoTypes.deepEqual(item, other));
    }

    private static GoList unique(Arguments a) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items(a.get(0), "find uniq on")) {
            if (!holds(kept, item)) {
                kept.add(item);
            }
        }
        return GoList.of(kept);
    }

    private static GoList without(Arguments a) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items(a.get(0), "find without on")) {
            if (!holds(a.from(1), item)) {
                kept.add(item);
            }
        }
        return GoList.of(kept);
    }

    private static boolean has(Arguments a) {
        return a.get(1) != null && holds(items(a.get(1), "find has on"), a.get(0));
    }

    private static @Nullable Object slice(Arguments a) {
        Object value = a.get(0);
        if (value == null) {
            throw GoException.nil();
        }
        if (!(value instanceof GoList list)) {
            throw new GoException("list should be type of slice or array but " + GoTypes.kind(value));
        }
        if (list.size() == 0) {
            return null;
        }
        long start = a.size() > 1 ? Cast.toInt64(a.get(1)) : 0;
        long end = a.size() > 2 ? Cast.toInt64(a.get(2)) : list.size();
        if (start < 0 || end < start || end > list.size()) {
            throw new GoException("reflect.Value.Slice: slice index out of bounds");
        }
        return list.slice((int) start, (int) end);
    }

    private static GoList chunk(Arguments a) {
        List<@Nullable Object> items = items(a.get(1), "chunk");
        long size = a.integer(0);
        if (size <= 0) {
            throw new GoException("runtime error: makeslice: len out of range");
        }
        List<Object> chunks = new ArrayList<>();
        for (long i = 0; i < items.size(); i += size) {
            chunks.add(GoList.of(items.subList((int) i, (int) Math.min(items.size(), i + size))));
        }
        return GoList.ofType("[][]interface {}", chunks);
    }

    private static GoList concat(Arguments a) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : a.from(0)) {
            if (value == null) {
                throw GoException.nil();
            }
            if (!(value instanceof GoList list)) {
                throw new GoException("Cannot concat type " + GoTypes.kind(value) + " as list");
            }
            all.addAll(list.items());
        }
        return all.isEmpty() ? GoList.nil() : GoList.of(all);
    }

    private static GoList sort(Arguments a) {
        if (!(a.get(0) instanceof GoList)) {
            return GoList.strings(List.of(Texts.of(a.get(0))));
        }
        List<String> texts = Texts.list(a.get(0));
        texts.sort(GoString.ORDER);
        return GoList.strings(texts);
    }
}
