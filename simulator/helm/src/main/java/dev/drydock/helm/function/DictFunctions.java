package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.MAP;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps (Sprig's dict.go). {@code set}, {@code unset} and the merges change the map they get. */
final class DictFunctions {

    private DictFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("dict", GoFunction.variadic(DictFunctions::dict, ANY));
        table.put("get", GoFunction.of(a -> a.map(0).has(a.string(1)) ? a.map(0).get(a.string(1)) : "", MAP, STRING));
        table.put("set", GoFunction.of(DictFunctions::set, MAP, STRING, ANY));
        table.put("unset", GoFunction.of(DictFunctions::unset, MAP, STRING));
        table.put("hasKey", GoFunction.of(a -> a.map(0).has(a.string(1)), MAP, STRING));
        table.put("pluck", GoFunction.variadic(DictFunctions::pluck, STRING, MAP));
        table.put("keys", GoFunction.variadic(DictFunctions::keys, MAP));
        table.put(
                "values",
                GoFunction.of(a -> GoList.of(new ArrayList<>(a.map(0).entries().values())), MAP));
        table.put("pick", GoFunction.variadic(DictFunctions::pick, MAP, STRING));
        table.put("omit", GoFunction.variadic(DictFunctions::omit, MAP, STRING));
        GoFunction merge = GoFunction.variadic(a -> merge(a, false), MAP, MAP);
        table.put("merge", merge);
        table.put("mustMerge", merge);
        GoFunction overwrite = GoFunction.variadic(a -> merge(a, true), MAP, MAP);
        table.put("mergeOverwrite", overwrite);
        table.put("mustMergeOverwrite", overwrite);
        GoFunction copy = GoFunction.of(DictFunctions::copy, ANY);
        table.put("deepCopy", copy);
        table.put("mustDeepCopy", copy);
        table.put("dig", GoFunction.variadic(DictFunctions::dig, ANY));
    }

    private static GoMap dict(Arguments a) {
        GoMap map = GoMap.create();
        for (int i = 0; i < a.size(); i += 2) {
            map.put(Texts.of(a.get(i)), i + 1 < a.size() ? a.get(i + 1) : "");
        }
        return map;
    }

    private static GoMap set(Arguments a) {
        if (a.get(0) == null) {
            throw new GoException("assignment to entry in nil map");
        }
        a.map(0).put(a.string(1), a.get(2));
        return a.map(0);
    }

    private static GoMap unset(Arguments a) {
        a.map(0).remove(a.string(1));
        return a.map(0);
    }

    private static GoList pluck(Arguments a) {
        List<@Nullable Object> found = new ArrayList<>();
        for (int i = 1; i < a.size(); i++) {
            if (a.map(i).has(a.string(0))) {
                found.add(a.map(i).get(a.string(0)));
            }
        }
        return GoList.of(found);
    }

    /** Go's order is random; here it is that of the keys. */
    private static GoList keys(Arguments a) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            keys.addAll(a.map(i).entries().keySet());
        }
        return GoList.strings(keys);
    }

    private static GoMap pick(Arguments a) {
        GoMap picked = GoMap.create();
        for (int i = 1; i < a.size(); i++) {
            if (a.map(0).has(a.string(i))) {
                picked.put(a.string(i), a.map(0).get(a.string(i)));
            }
        }
        return picked;
    }

    private static GoMap omit(Arguments a) {
        GoMap rest = GoMap.create();
        a.map(0).entries().forEach((key, value) -> {
            if (!a.from(1).contains(key)) {
                rest.put(key, value);
            }
        });
        return rest;
    }

    private static GoMap merge(Arguments a, boolean overwrite) {
        for (int i = 1; i < a.size(); i++) {
            merge(a.map(0), a.map(i), overwrite);
        }
        return a.map(0);
    }

    /** dario.cat/mergo's deepMerge of maps; an empty value counts as absent, a nil one only overwrites. */
    private static void merge(GoMap into, GoMap from, boolean overwrite) {
        if (into.isSame(from)) {
            return;
        }
        for (Map.Entry<String, @Nullable Object> entry : from.copy().entries().entrySet()) {
            String key = entry.getKey();
            Object source = entry.getValue();
            if (source == null) {
                if (overwrite) {
                    into.put(key, null);
                }
                continue;
            }
            Object target = into.get(key);
            if (source instanceof GoMap sourceMap && target instanceof GoMap targetMap) {
                merge(targetMap, sourceMap, overwrite);
            } else if (source instanceof GoList && (overwrite || into.size() == 0)) {
                into.put(key, source);
            }
            boolean filled = into.has(key) && target != null && !GoTypes.isEmpty(target);
            if (filled && (source instanceof GoList || (source instanceof GoMap && target instanceof GoMap))) {
                continue;
            }
            if (overwrite || !filled) {
                into.put(key, source);
            }
        }
    }

    private static @Nullable Object copy(Arguments a) {
        if (a.get(0) == null) {
            throw new GoException("reflect: call of reflect.Value.Type on zero Value");
        }
        return GoTypes.deepCopy(a.get(0));
    }

    private static @Nullable Object dig(Arguments a) {
        if (a.size() < 3) {
            throw new GoException("dig needs at least three arguments");
        }
        int last = a.size() - 1;
        GoMap map = map(a.get(last));
        for (int i = 0; i < last - 1; i++) {
            key(a.get(i));
        }
        for (int i = 0; i < last - 1; i++) {
            String key = key(a.get(i));
            if (!map.has(key)) {
                return a.get(last - 1);
            }
            Object step = map.get(key);
            if (i == last - 2) {
                return step;
            }
            map = map(step);
        }
        return null;
    }

    private static GoMap map(@Nullable Object value) {
        if (value instanceof GoMap map && map.type().equals(GoMap.ANY)) {
            return map;
        }
        throw conversion(value, GoMap.ANY);
    }

    private static String key(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw conversion(value, "string");
    }

    private static GoException conversion(@Nullable Object value, String type) {
        String found = value == null ? "nil" : GoTypes.type(value);
        return new GoException("interface conversion: interface {} is " + found + ", not " + type);
    }
}
