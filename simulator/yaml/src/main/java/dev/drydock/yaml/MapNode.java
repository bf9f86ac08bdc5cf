package dev.drydock.yaml;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from strings to nodes that keeps the order of its keys.
 *
 * <p>Small maps are searched key by key; larger ones build an index on first use.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class MapNode implements Node {

    /** The map without entries. */
    public static final MapNode EMPTY = new MapNode(new String[0], new Node[0], new Location[0], Location.NONE);

    private static final int SMALL = 8;

    private final String[] keys;
    private final Node[] values;
    private final Location[] keyLocations; // empty when no key was read from a text
    private final Location location;
    private @Nullable Map<String, Integer> index;

    private MapNode(String[] keys, Node[] values, Location[] keyLocations, Location location) {
        this.keys = keys;
        this.values = values;
        this.keyLocations = keyLocations;
        this.location = location;
    }

    /** A builder for a map that is computed. */
    public static Builder builder() {
        return new Builder(Location.NONE);
    }

    /** A builder for a map that is read at a place. */
    public static Builder builder(Location location) {
        return new Builder(location);
    }

    /** A map with one entry. */
    public static MapNode of(String key, Object value) {
        return builder().put(key, Node.of(value)).build();
    }

    /** A map with two entries. */
    public static MapNode of(String key1, Object value1, String key2, Object value2) {
        return builder().put(key1, Node.of(value1)).put(key2, Node.of(value2)).build();
    }

    /** A map with three entries. */
    public static MapNode of(String key1, Object value1, String key2, Object value2, String key3, Object value3) {
        return builder()
                .put(key1, Node.of(value1))
                .put(key2, Node.of(value2))
                .put(key3, Node.of(value3))
                .build();
    }

    /** A map of strings to strings, in the order of the given map. */
    public static MapNode ofStrings(Map<String, String> entries) {
        Builder builder = builder();
        entries.forEach((k, v) -> builder.put(k, ScalarNode.of(v)));
        return builder.build();
    }

    private int indexOf(String key) {
        if (keys.length <= SMALL) {
            int hash = key.hashCode(); // kept by every string: most keys that differ need no look at their text
            for (int i = 0; i < keys.length; i++) {
                if (keys[i].hashCode() == hash && keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        Map<String, Integer> known = index;
        if (known == null) {
            Map<String, Integer> all = new HashMap<>();
            for (int i = 0; i < keys.length; i++) {
                all.put(keys[i], i);
            }
            known = Map.copyOf(all); // several threads may come here at once and each may publish its own
            index = known;
        }
        return known.getOrDefault(key, -1);
    }

    /** The value of a key, or null when the key is absent; a key whose value is null gives the null scalar. */
    public @Nullable Node get(String key) {
        int i = indexOf(key);
        return i < 0 ? null : values[i];
    }

    /** Whether the key is there, whatever its value. */
    public boolean has(String key) {
        return indexOf(key) >= 0;
    }

    /** The keys in their order, immutable. */
    public List<String> keys() {
        return ImmutableList.copyOf(keys);
    }

    /** The values in the order of the keys, immutable. */
    public List<Node> values() {
        return ImmutableList.copyOf(values);
    }

    /** Number of entries. */
    public int size() {
        return keys.length;
    }

    /** Whether there is no entry. */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /** Where a key was read, or {@link Location#NONE}. */
    public Location keyLocation(String key) {
        int i = indexOf(key);
        return i < 0 || keyLocations.length == 0 ? Location.NONE : keyLocations[i];
    }

    /** Calls the action with every entry in order. */
    public void forEach(BiConsumer<String, Node> action) {
        for (int i = 0; i < keys.length; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    /** The entries whose values are strings, in order, as a fresh modifiable map. */
    public Map<String, String> strings() {
        Map<String, String> strings = new LinkedHashMap<>();
        forEach((k, v) -> {
            if (v instanceof ScalarNode scalar && scalar.isString()) {
                strings.put(k, scalar.stringValue());
            }
        });
        return strings;
    }

    /** This map with a value replaced in its place, or added at the end. */
    public MapNode with(String key, Object value) {
        Node node = Node.of(value);
        int i = indexOf(key);
        if (i >= 0) {
            if (values[i] == node) {
                return this;
            }
            Node[] changed = values.clone();
            changed[i] = node;
            return new MapNode(keys, changed, keyLocations, location);
        }
        int n = keys.length;
        String[] moreKeys = Arrays.copyOf(keys, n + 1);
        Node[] moreValues = Arrays.copyOf(values, n + 1);
        moreKeys[n] = key;
        moreValues[n] = node;
        Location[] moreLocations = keyLocations;
        if (keyLocations.length > 0) {
            moreLocations = Arrays.copyOf(keyLocations, n + 1);
            moreLocations[n] = Location.NONE;
        }
        return new MapNode(moreKeys, moreValues, moreLocations, location);
    }

    /** This map with the value along keys set; maps on the way are made where they are missing. */
    public MapNode with(List<String> path, Object value) {
        return (MapNode) update(path, old -> Node.of(value));
    }

    /** This map without a key; the same map when the key is absent. */
    public MapNode without(String key) {
        return has(key) ? without(List.of(key)) : this;
    }

    /** This map without some keys. */
    public MapNode without(Collection<String> unwanted) {
        Builder rest = builder(location);
        boolean changed = false;
        for (int i = 0; i < keys.length; i++) {
            if (unwanted.contains(keys[i])) {
                changed = true;
            } else {
                rest.put(keys[i], values[i], keyLocations.length == 0 ? Location.NONE : keyLocations[i]);
            }
        }
        return changed ? rest.build() : this;
    }

    /** This map without the key at the end of a path of map keys; maps that become empty stay. */
    public MapNode withoutPath(String... path) {
        if (path.length == 1) {
            return without(path[0]);
        }
        return get(path[0]) instanceof MapNode child
                ? with(path[0], child.withoutPath(Arrays.copyOfRange(path, 1, path.length)))
                : this;
    }

    /** This map with every value changed; a change that returns null drops the entry. */
    public MapNode map(BiFunction<String, Node, @Nullable Node> change) {
        Builder next = builder(location);
        boolean changed = false;
        for (int i = 0; i < keys.length; i++) {
            Node value = change.apply(keys[i], values[i]);
            changed |= value != values[i];
            if (value != null) {
                next.put(keys[i], value, keyLocations.length == 0 ? Location.NONE : keyLocations[i]);
            }
        }
        return changed ? next.build() : this;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public MapNode at(Location place) {
        return new MapNode(keys, values, keyLocations, place);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof MapNode map) || map.keys.length != keys.length) {
            return false;
        }
        for (int i = 0; i < keys.length; i++) {
            int j = i < map.keys.length && map.keys[i].equals(keys[i]) ? i : map.indexOf(keys[i]);
            if (j < 0 || !values[i].equals(map.values[j])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < keys.length; i++) {
            hash += keys[i].hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    /** Compact JSON. */
    @Override
    public String toString() {
        return CompactJson.write(this);
    }

    /** Collects entries; a key that is put again keeps its place and takes the new value. */
    @API(status = API.Status.STABLE, since = "0.1")
    public static final class Builder {
        private final Location location;
        private final List<String> keys = new ArrayList<>();
        private final List<Node> values = new ArrayList<>();
        private final List<Location> keyLocations = new ArrayList<>();
        private @Nullable Map<String, Integer> known; // from the first key beyond the small ones
        private boolean located;

        private Builder(Location location) {
            this.location = location;
        }

        /** Adds or replaces an entry. */
        public Builder put(String key, Object value) {
            return put(key, Node.of(value), Location.NONE);
        }

        /** Adds or replaces an entry whose key was read at a place. */
        public Builder put(String key, Node value, Location keyLocation) {
            located |= keyLocation.isKnown();
            int old = indexOf(key);
            if (old < 0) {
                if (known != null) {
                    known.put(key, keys.size());
                }
                keys.add(key);
                values.add(value);
                keyLocations.add(keyLocation);
            } else {
                values.set(old, value);
                keyLocations.set(old, keyLocation);
            }
            return this;
        }

        /** Adds an entry unless its value is null. */
        public Builder putIfPresent(String key, @Nullable Object value) {
            return value == null ? this : put(key, value);
        }

        /** Adds or replaces all entries of a map. */
        public Builder putAll(MapNode map) {
            for (int i = 0; i < map.keys.length; i++) {
                put(map.keys[i], map.values[i], map.keyLocations.length == 0 ? Location.NONE : map.keyLocations[i]);
            }
            return this;
        }

        /** Where a key that was put before was read. */
        Location keyLocation(String key) {
            int i = indexOf(key);
            return i < 0 ? Location.NONE : keyLocations.get(i);
        }

        /** The value of a key that was put before, or null. */
        @Nullable
        Node get(String key) {
            int i = indexOf(key);
            return i < 0 ? null : values.get(i);
        }

        /** Whether the key was put before. */
        public boolean has(String key) {
            return indexOf(key) >= 0;
        }

        private int indexOf(String key) {
            Map<String, Integer> all = known;
            if (all == null && keys.size() > SMALL) {
                all = new HashMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    all.put(keys.get(i), i);
                }
                known = all;
            }
            if (all != null) {
                return all.getOrDefault(key, -1);
            }
            int hash = key.hashCode();
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).hashCode() == hash && keys.get(i).equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        /** The map. */
        public MapNode build() {
            return new MapNode(
                    keys.toArray(new String[0]),
                    values.toArray(new Node[0]),
                    located ? keyLocations.toArray(new Location[0]) : new Location[0],
                    location);
        }
    }
}
