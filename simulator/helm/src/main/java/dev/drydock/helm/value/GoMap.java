package dev.drydock.helm.value;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A map with string keys, in the order in which templates see it: that of the keys' bytes. Mutable, shared by reference. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoMap {

    /** The type of maps from YAML and of {@code dict}. */
    public static final String ANY = "map[string]interface {}";

    private final String type;
    private final SortedMap<String, @Nullable Object> entries;

    private GoMap(String type) {
        this(type, new TreeMap<>(GoString.ORDER));
    }

    private GoMap(String type, SortedMap<String, @Nullable Object> entries) {
        this.type = type;
        this.entries = entries;
    }

    /** An empty map of any values. */
    public static GoMap create() {
        return new GoMap(ANY);
    }

    /** An empty map of a named or typed kind, such as {@code map[string]string}. */
    public static GoMap ofType(String type) {
        return new GoMap(type);
    }

    /** The nil map of a type: empty, and null in JSON. */
    public static GoMap nil(String type) {
        return new GoMap(type, Collections.emptySortedMap());
    }

    /** Whether this is a nil map. */
    public boolean isNil() {
        return entries == Collections.<String, @Nullable Object>emptySortedMap();
    }

    /** A map of any values with one entry. */
    public static GoMap of(String key, @Nullable Object value) {
        GoMap map = create();
        map.put(key, value);
        return map;
    }

    /** Go's name of the type. */
    public String type() {
        return type;
    }

    /** Go's name of the type of the values. */
    public String elementType() {
        return switch (type) {
            case "map[string]string" -> "string";
            case "engine.files" -> "[]uint8";
            default -> "interface {}";
        };
    }

    /** Whether values are of any type. */
    public boolean holdsAny() {
        return elementType().equals("interface {}");
    }

    /** The value of a key, null when the key is absent or its value is nil. */
    public @Nullable Object get(String key) {
        return entries.get(key);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Sets a key. */
    public void put(String key, @Nullable Object value) {
        entries.put(key, value);
    }

    /** Removes a key. */
    public void remove(String key) {
        entries.remove(key);
    }

    /** The entries in order; a view. */
    public Map<String, @Nullable Object> entries() {
        return entries;
    }

    /** Number of entries. */
    public int size() {
        return entries.size();
    }

    /** Another map with the same entries. */
    public GoMap copy() {
        GoMap copy = new GoMap(type);
        copy.entries.putAll(entries);
        return copy;
    }

    /** The same map under the name of another type: what is put into one is in the other. */
    public GoMap as(String otherType) {
        return new GoMap(otherType, entries);
    }

    /** Whether both are the same map. */
    public boolean isSame(GoMap other) {
        return entries == other.entries;
    }
}
