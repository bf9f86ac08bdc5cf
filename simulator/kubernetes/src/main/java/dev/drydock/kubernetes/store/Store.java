package dev.drydock.kubernetes.store;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects by collection ({@code resource.group}), namespace and name. Every write takes the next revision, as etcd does.
 *
 * <p>The content is one immutable tree: {@link #fork} copies a reference, and listing a namespace looks at nothing else.
 */
public final class Store {

    /** The objects of one namespace of one collection by name; sorted once for all that list it. */
    private static final class Bucket {
        private final String namespace;
        private final PersistentMap<String, MapNode> objects;
        private @Nullable List<MapNode> sorted;

        private Bucket(String namespace, PersistentMap<String, MapNode> objects) {
            this.namespace = namespace;
            this.objects = objects;
        }

        private List<MapNode> sorted() {
            List<MapNode> known = sorted;
            if (known == null) {
                List<MapNode> found = objects.values();
                found.sort(Comparator.comparing(Store::nameOf));
                known = List.copyOf(found);
                sorted = known;
            }
            return known;
        }
    }

    private PersistentMap<String, PersistentMap<String, Bucket>> collections;
    private PersistentMap<String, Boolean> readOtherwise;
    private long revision;

    /** A store without objects at a first revision. */
    public Store() {
        this(PersistentMap.empty(), PersistentMap.empty(), 1);
    }

    private Store(
            PersistentMap<String, PersistentMap<String, Bucket>> collections,
            PersistentMap<String, Boolean> readOtherwise,
            long revision) {
        this.collections = collections;
        this.readOtherwise = readOtherwise;
        this.revision = revision;
    }

    /** An independent copy, in constant time. */
    public Store fork() {
        return new Store(collections, readOtherwise, revision);
    }

    /** The revision of the last write. */
    public long revision() {
        return revision;
    }

    /** The object of a name. */
    public Optional<MapNode> get(String collection, NamespacedName name) {
        PersistentMap<String, Bucket> buckets = collections.get(collection);
        Bucket bucket = buckets == null ? null : buckets.get(name.namespace());
        return bucket == null ? Optional.empty() : Optional.ofNullable(bucket.objects.get(name.name()));
    }

    /** The objects of a namespace, or of all namespaces when it is empty, sorted by namespace and name. */
    public List<MapNode> list(String collection, String namespace) {
        PersistentMap<String, Bucket> buckets = collections.get(collection);
        if (buckets == null) {
            return List.of();
        }
        if (!namespace.isEmpty()) {
            Bucket bucket = buckets.get(namespace);
            return bucket == null ? List.of() : bucket.sorted();
        }
        List<Bucket> all = buckets.values();
        all.sort(Comparator.comparing(bucket -> bucket.namespace));
        List<MapNode> objects = new ArrayList<>();
        all.forEach(bucket -> objects.addAll(bucket.sorted()));
        return objects;
    }

    private static String nameOf(MapNode object) {
        return object.findText("metadata", "name");
    }

    /**
     * Stores an object under the next revision.
     *
     * @return the object with its resourceVersion
     */
    public MapNode put(String collection, NamespacedName name, MapNode object) {
        revision++;
        MapNode stored = object.with(List.of("metadata", "resourceVersion"), Long.toString(revision));
        PersistentMap<String, Bucket> buckets = orEmpty(collections.get(collection));
        Bucket bucket = buckets.get(name.namespace());
        PersistentMap<String, MapNode> objects = bucket == null ? PersistentMap.empty() : bucket.objects;
        collections = collections.with(
                collection,
                buckets.with(name.namespace(), new Bucket(name.namespace(), objects.with(name.name(), stored))));
        return stored;
    }

    /**
     * Notes whether an object is read otherwise than it was written, because reading fills in defaults: the next write of it
     * changes the stored bytes even when it changes nothing that anybody sees.
     */
    public void note(String collection, NamespacedName name, boolean isReadOtherwise) {
        String key = key(collection, name);
        if (isReadOtherwise) {
            readOtherwise = readOtherwise.with(key, true);
        } else if (readOtherwise.get(key) != null) {
            readOtherwise = readOtherwise.without(key);
        }
    }

    /** Whether an object is read otherwise than it was written. */
    public boolean isReadOtherwise(String collection, NamespacedName name) {
        return readOtherwise.get(key(collection, name)) != null;
    }

    private static String key(String collection, NamespacedName name) {
        return collection + "/" + name.namespace() + "/" + name.name();
    }

    /** Removes an object; takes a revision as well. */
    public void remove(String collection, NamespacedName name) {
        PersistentMap<String, Bucket> buckets = collections.get(collection);
        Bucket bucket = buckets == null ? null : buckets.get(name.namespace());
        if (buckets == null || bucket == null) {
            return;
        }
        revision++;
        note(collection, name, false);
        PersistentMap<String, MapNode> rest = bucket.objects.without(name.name());
        collections = collections.with(
                collection,
                rest.size() == 0
                        ? buckets.without(name.namespace())
                        : buckets.with(name.namespace(), new Bucket(name.namespace(), rest)));
    }

    private static PersistentMap<String, Bucket> orEmpty(@Nullable PersistentMap<String, Bucket> buckets) {
        return buckets == null ? PersistentMap.empty() : buckets;
    }
}
