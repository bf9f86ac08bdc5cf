package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.identity.ResId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a build in order, with unique current ids; follows api/resmap/reswrangler.go.
 *
 * <p>Look-ups by id go through indexes that are made anew only when a name changed since.
 */
public final class ResourceMap {

    private final IdentityClock clock;
    private List<Resource> resources = new ArrayList<>();
    private @Nullable Map<ResId.Key, List<Resource>> byCurrentId;
    private @Nullable Map<ResId.Key, List<Resource>> byAnyId;
    private long indexed;

    /** An empty map. */
    public ResourceMap(IdentityClock clock) {
        this.clock = clock;
    }

    /** A map of objects in order; their ids are not compared. */
    public static ResourceMap of(IdentityClock clock, List<Resource> resources) {
        ResourceMap map = new ResourceMap(clock);
        map.resources = new ArrayList<>(resources);
        return map;
    }

    /**
     * The same objects, once their ids were found to differ.
     *
     * @throws KustomizeException when two are equal
     */
    public static List<Resource> distinct(IdentityClock clock, List<Resource> resources) {
        new ResourceMap(clock).appendAll(resources);
        return resources;
    }

    /** The objects in order, as a copy. */
    public List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** The clock of the build. */
    public IdentityClock clock() {
        return clock;
    }

    /** Number of objects. */
    public int size() {
        return resources.size();
    }

    private void forget() {
        byCurrentId = null;
        byAnyId = null;
    }

    private void refresh() {
        if (indexed != clock.time()) {
            forget();
            indexed = clock.time();
        }
    }

    private Map<ResId.Key, List<Resource>> current() {
        refresh();
        Map<ResId.Key, List<Resource>> index = byCurrentId;
        if (index == null) {
            index = new HashMap<>(resources.size() * 2);
            for (Resource resource : resources) {
                index.computeIfAbsent(resource.currentId().key(), k -> new ArrayList<>(1))
                        .add(resource);
            }
            byCurrentId = index;
        }
        return index;
    }

    private Map<ResId.Key, List<Resource>> any() {
        refresh();
        Map<ResId.Key, List<Resource>> index = byAnyId;
        if (index == null) {
            index = new HashMap<>(resources.size() * 2);
            for (Resource resource : resources) {
                if (!resource.isEmpty()) {
                    for (ResId id : resource.allIds()) {
                        List<Resource> found = index.computeIfAbsent(id.key(), k -> new ArrayList<>(1));
                        if (found.isEmpty() || found.get(found.size() - 1) != resource) {
                            found.add(resource);
                        }
                    }
                }
            }
            byAnyId = index;
        }
        return index;
    }

    /** Objects whose current id means the same. */
    public List<Resource> matchingCurrent(ResId id) {
        return current().getOrDefault(id.key(), List.of());
    }

    /** Objects one of whose ids, current or previous, means the same. */
    public List<Resource> matchingAny(ResId id) {
        return any().getOrDefault(id.key(), List.of());
    }

    /**
     * Adds an object at the end.
     *
     * @throws KustomizeException when an object with that id is there
     */
    public void append(Resource resource) {
        ResId id = resource.currentId();
        Map<ResId.Key, List<Resource>> index = current();
        List<Resource> present = index.computeIfAbsent(id.key(), k -> new ArrayList<>(1));
        if (!present.isEmpty()) {
            throw new KustomizeException(
                    "may not add resource with an already registered id: " + id,
                    resource.node().location());
        }
        present.add(resource);
        resources.add(resource);
        byAnyId = null;
    }

    /** Adds objects at the end, under the rule of {@link #append}. */
    public void appendAll(Iterable<Resource> more) {
        more.forEach(this::append);
    }

    /** Replaces all objects; their ids must differ. */
    public void reset(List<Resource> next) {
        resources = new ArrayList<>();
        forget();
        appendAll(next);
    }

    /** Puts the objects into another order. */
    public void reorder(List<Resource> sorted) {
        resources = new ArrayList<>(sorted);
        forget();
    }

    /** Drops deleted objects. */
    public void dropEmpties() {
        if (resources.removeIf(Resource::isEmpty)) {
            forget();
        }
    }

    /**
     * Finds the one object that a patch means.
     *
     * @throws KustomizeException when there is none, or more than one
     */
    public Resource targetOf(ResId id) {
        List<Resource> found = matchingAny(id);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new KustomizeException((found.isEmpty() ? "no matches for Id " : "multiple matches for Id ") + id
                + "; failed to find unique target for patch " + id);
    }

    /**
     * Takes in a generated object: adds it, or replaces or merges with the one of that name, as it wishes.
     *
     * @throws KustomizeException when the wish does not fit what is there
     */
    public void absorb(Resource generated) {
        ResId id = generated.currentId();
        List<Resource> found = List.copyOf(matchingAny(id));
        String behavior = generated.behavior();
        if (found.isEmpty()) {
            if (behavior.equals("merge") || behavior.equals("replace")) {
                throw new KustomizeException("id " + id.goSyntax() + " does not exist; cannot merge or replace");
            }
            append(generated);
            return;
        }
        if (found.size() > 1) {
            throw new KustomizeException(
                    "found multiple objects " + texts(found) + " that could accept merge of " + id);
        }
        Resource old = found.get(0);
        switch (behavior) {
            case "replace" -> Absorption.takeOverMetadata(generated, old);
            case "merge" -> Absorption.merge(generated, old);
            default ->
                throw new KustomizeException("id " + id.goSyntax() + " exists; can not use behavior: '"
                        + Behaviors.word(behavior) + "', behavior must be merge or replace");
        }
        resources.set(resources.indexOf(old), generated);
        forget();
    }

    /** Objects as Go prints a list of them. */
    public static String texts(List<Resource> resources) {
        return "[" + String.join(" ", resources.stream().map(Resource::toString).toList()) + "]";
    }
}
