package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a TOML document while it is read, and who may still add to which (parse.go of BurntSushi/toml). */
final class TomlTables {

    /** The type that Go gives to an array of nothing but tables. */
    static final String ARRAY_TYPE = "[]map[string]interface {}";

    private final TomlText text;
    private final GoMap root = GoMap.create();
    private final Set<String> headers = new HashSet<>();

    TomlTables(TomlText text) {
        this.text = text;
    }

    /** An array of tables that can still be appended to. */
    private record ArrayOfTables(List<GoMap> tables) {}

    GoMap root() {
        return root;
    }

    /** The table under a header {@code [key]}, which may stand once. */
    GoMap open(List<String> key) {
        GoMap parent = parent(root, key);
        String path = String.join(".", key);
        text.lastKey(path);
        if (!headers.add(path)) {
            throw alreadyDefined(path);
        }
        return child(parent, last(key));
    }

    /** A new table under a header {@code [[key]]}; the headers below it may stand once more. */
    GoMap append(List<String> key) {
        GoMap parent = parent(root, key);
        String path = String.join(".", key);
        text.lastKey(path);
        Object old = parent.get(last(key));
        if (old != null && !(old instanceof ArrayOfTables)) {
            throw text.error("Key '" + path + "' was already created and cannot be used as an array.");
        }
        ArrayOfTables array = old instanceof ArrayOfTables known ? known : new ArrayOfTables(new ArrayList<>());
        parent.put(last(key), array);
        GoMap added = GoMap.create();
        array.tables().add(added);
        headers.removeIf(header -> header.startsWith(path + "."));
        return added;
    }

    /** Sets a value at a key, dotted or not, below a table. */
    void set(GoMap table, List<String> key, String path, @Nullable Object value) {
        GoMap parent = parent(table, key);
        text.lastKey(path);
        if (parent.has(last(key))) {
            throw alreadyDefined(path);
        }
        parent.put(last(key), value);
    }

    private GoMap parent(GoMap start, List<String> key) {
        GoMap map = start;
        for (String part : key.subList(0, key.size() - 1)) {
            map = child(map, part);
        }
        return map;
    }

    private static String last(List<String> key) {
        return key.get(key.size() - 1);
    }

    private GoMap child(GoMap parent, String name) {
        Object old = parent.get(name);
        if (old instanceof ArrayOfTables array) {
            return last(array);
        }
        if (old instanceof GoMap map) {
            return map;
        }
        if (old != null) {
            throw alreadyDefined(text.lastKey());
        }
        GoMap map = GoMap.create();
        parent.put(name, map);
        return map;
    }

    private static GoMap last(ArrayOfTables array) {
        return array.tables().get(array.tables().size() - 1);
    }

    private GoException alreadyDefined(String path) {
        return text.error("Key '" + path + "' has already been defined.");
    }

    /** The document, whose arrays of tables are now lists. */
    GoMap finished() {
        finish(root);
        return root;
    }

    private static void finish(GoMap map) {
        for (String key : List.copyOf(map.entries().keySet())) {
            Object value = map.get(key);
            if (value instanceof ArrayOfTables array) {
                array.tables().forEach(TomlTables::finish);
                map.put(key, GoList.ofType(ARRAY_TYPE, array.tables()));
            } else if (value instanceof GoMap child) {
                finish(child);
            }
        }
    }
}
