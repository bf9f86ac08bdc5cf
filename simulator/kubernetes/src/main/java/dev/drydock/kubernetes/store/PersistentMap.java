package dev.drydock.kubernetes.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash trie: a change makes a new map that shares all but one path with the old one, so that every fork of a
 * world keeps its own policy for nothing.
 */
public final class PersistentMap<K, V> {

    private static final int BITS = 5;
    private static final int DEEPEST = 32;

    private final @Nullable Object root; // a Branch, an Entry or a Clash
    private final int size;

    private PersistentMap(@Nullable Object root, int size) {
        this.root = root;
        this.size = size;
    }

    /** The map without entries. */
    public static <K, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null, 0);
    }

    /** Number of entries. */
    public int size() {
        return size;
    }

    /** The value of a key, or null. */
    public @Nullable V get(Object key) {
        Object node = root;
        int hash = spread(key);
        for (int shift = 0; node instanceof Branch branch; shift += BITS) {
            int bit = 1 << ((hash >>> shift) & 31);
            if ((branch.bitmap & bit) == 0) {
                return null;
            }
            node = branch.children[Integer.bitCount(branch.bitmap & (bit - 1))];
        }
        if (node instanceof Entry entry) {
            return entry.key.equals(key) ? cast(entry.value) : null;
        }
        if (node instanceof Clash clash) {
            for (Entry entry : clash.entries) {
                if (entry.key.equals(key)) {
                    return cast(entry.value);
                }
            }
        }
        return null;
    }

    /** This map with a value set. */
    public PersistentMap<K, V> with(K key, V value) {
        boolean known = get(key) != null;
        return new PersistentMap<>(insert(root, new Entry(key, spread(key), value), 0), known ? size : size + 1);
    }

    /** This map without a key. */
    public PersistentMap<K, V> without(K key) {
        return get(key) == null ? this : new PersistentMap<>(remove(root, key, spread(key), 0), size - 1);
    }

    /** All values, in an order that depends on the keys' hashes only; whoever shows them sorts them. */
    public List<V> values() {
        List<V> values = new ArrayList<>(size);
        collect(root, values);
        return values;
    }

    private void collect(@Nullable Object node, List<V> into) {
        if (node instanceof Branch branch) {
            for (Object child : branch.children) {
                collect(child, into);
            }
        } else if (node instanceof Clash clash) {
            for (Entry entry : clash.entries) {
                into.add(cast(entry.value));
            }
        } else if (node instanceof Entry entry) {
            into.add(cast(entry.value));
        }
    }

    @SuppressWarnings("unchecked")
    private V cast(Object value) {
        return (V) value;
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static Object insert(@Nullable Object node, Entry added, int shift) {
        if (node == null) {
            return added;
        }
        if (node instanceof Branch branch) {
            int bit = 1 << ((added.hash >>> shift) & 31);
            int at = Integer.bitCount(branch.bitmap & (bit - 1));
            return (branch.bitmap & bit) != 0
                    ? branch.replacing(at, insert(branch.children[at], added, shift + BITS))
                    : branch.inserting(at, bit, added);
        }
        Entry[] there = node instanceof Clash clash ? clash.entries : new Entry[] {(Entry) node};
        if (there.length == 1 && there[0].key.equals(added.key)) {
            return added;
        }
        if (there[0].hash == added.hash || shift >= DEEPEST) {
            return clashOf(there, added);
        }
        Branch split = new Branch(1 << ((there[0].hash >>> shift) & 31), new Object[] {node});
        return insert(split, added, shift);
    }

    private static Clash clashOf(Entry[] there, Entry added) {
        for (int i = 0; i < there.length; i++) {
            if (there[i].key.equals(added.key)) {
                Entry[] changed = there.clone();
                changed[i] = added;
                return new Clash(changed);
            }
        }
        Entry[] more = Arrays.copyOf(there, there.length + 1);
        more[there.length] = added;
        return new Clash(more);
    }

    private static @Nullable Object remove(@Nullable Object node, Object key, int hash, int shift) {
        if (node instanceof Branch branch) {
            int bit = 1 << ((hash >>> shift) & 31);
            int at = Integer.bitCount(branch.bitmap & (bit - 1));
            Object child = remove(branch.children[at], key, hash, shift + BITS);
            return child != null ? branch.replacing(at, child) : branch.removing(at, bit);
        }
        if (node instanceof Clash clash) {
            Entry[] rest = Arrays.stream(clash.entries)
                    .filter(entry -> !entry.key.equals(key))
                    .toArray(Entry[]::new);
            return rest.length == 1 ? rest[0] : new Clash(rest);
        }
        return null;
    }

    private record Entry(Object key, int hash, Object value) {}

    /** Entries whose hashes are equal. */
    private static final class Clash {
        private final Entry[] entries;

        private Clash(Entry[] entries) {
            this.entries = entries;
        }
    }

    private static final class Branch {
        private final int bitmap;
        private final Object[] children;

        private Branch(int bitmap, Object[] children) {
            this.bitmap = bitmap;
            this.children = children;
        }

        private Branch replacing(int at, Object child) {
            Object[] changed = children.clone();
            changed[at] = child;
            return new Branch(bitmap, changed);
        }

        private Branch inserting(int at, int bit, Object child) {
            Object[] more = new Object[children.length + 1];
            System.arraycopy(children, 0, more, 0, at);
            more[at] = child;
            System.arraycopy(children, at, more, at + 1, children.length - at);
            return new Branch(bitmap | bit, more);
        }

        private @Nullable Branch removing(int at, int bit) {
            if (children.length == 1) {
                return null;
            }
            Object[] fewer = new Object[children.length - 1];
            System.arraycopy(children, 0, fewer, 0, at);
            System.arraycopy(children, at + 1, fewer, at, fewer.length - at);
            return new Branch(bitmap & ~bit, fewer);
        }
    }
}
