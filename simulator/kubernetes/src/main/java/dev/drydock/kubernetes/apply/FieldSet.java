package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of paths to fields, kept as a tree (fieldpath/set.go).
 *
 * <p>{@code members} are the fields of this level that belong to the set; {@code children} are the subtrees below fields of
 * this level, whether or not these belong to the set themselves. Both are sorted, and no subtree is empty. Operations return
 * shared subtrees, and this very set when nothing changes.
 */
@SuppressWarnings("ReferenceEquality") // an unchanged set is the very same object
final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(new PathElement[0], new PathElement[0], new FieldSet[0]);

    final PathElement[] members;
    final PathElement[] parents;
    final FieldSet[] children;

    /** The fieldsV1 of this set, once it was written or read. */
    @Nullable
    MapNode encoded;

    FieldSet(PathElement[] members, PathElement[] parents, FieldSet[] children) {
        this.members = members;
        this.parents = parents;
        this.children = children;
    }

    /** The set of some paths of field names. */
    static FieldSet ofFields(String[]... paths) {
        FieldSet all = EMPTY;
        for (String[] path : paths) {
            FieldSet one = null;
            for (int i = path.length - 1; i >= 0; i--) {
                PathElement[] step = {new PathElement.Field(path[i])};
                one = one == null
                        ? new FieldSet(step, EMPTY.parents, EMPTY.children)
                        : new FieldSet(EMPTY.members, step, new FieldSet[] {one});
            }
            all = one == null ? all : all.union(one);
        }
        return all;
    }

    boolean isEmpty() {
        return members.length == 0 && children.length == 0;
    }

    /** Number of paths. */
    int size() {
        int size = members.length;
        for (FieldSet child : children) {
            size += child.size();
        }
        return size;
    }

    /** Whether a field of this level belongs to the set. */
    boolean has(PathElement element) {
        return Arrays.binarySearch(members, element) >= 0;
    }

    /** Whether a path belongs to the set. */
    boolean has(List<PathElement> path) {
        FieldSet set = this;
        for (int i = 0; i < path.size() - 1; i++) {
            set = set.below(path.get(i));
        }
        return !path.isEmpty() && set.has(path.get(path.size() - 1));
    }

    /** The subtree below a field; empty when there is none. */
    FieldSet below(PathElement element) {
        int i = Arrays.binarySearch(parents, element);
        return i < 0 ? EMPTY : children[i];
    }

    FieldSet union(FieldSet other) {
        return this == other || other.isEmpty() ? this : isEmpty() ? other : SetAlgebra.union(this, other);
    }

    FieldSet intersection(FieldSet other) {
        return this == other ? this : isEmpty() || other.isEmpty() ? EMPTY : SetAlgebra.intersection(this, other);
    }

    /** The paths that are not in the other set; a parent does not take its children away, nor a child its parent. */
    FieldSet difference(FieldSet other) {
        return this == other ? EMPTY : isEmpty() || other.isEmpty() ? this : SetAlgebra.difference(this, other, false);
    }

    /** The paths that are neither in the other set nor below one of its paths. */
    FieldSet recursiveDifference(FieldSet other) {
        return isEmpty() || other.isEmpty() ? this : SetAlgebra.difference(this, other, true);
    }

    /** The set without parents of its own paths. */
    FieldSet leaves() {
        List<PathElement> kept = new ArrayList<>();
        for (PathElement member : members) {
            if (Arrays.binarySearch(parents, member) < 0) {
                kept.add(member);
            }
        }
        FieldSet[] below = new FieldSet[children.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = children[i].leaves();
        }
        return new FieldSet(kept.toArray(new PathElement[0]), parents, below);
    }

    /** The set and all declared fields on the way to its paths, which sets usually leave out. */
    FieldSet withNamedFields(@Nullable TypeRef type) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        FieldSet[] below = new FieldSet[children.length];
        List<PathElement> added = new ArrayList<>(0);
        for (int i = 0; i < parents.length; i++) {
            TypeRef childType = null;
            if (parents[i] instanceof PathElement.Field field && atom.map() != null) {
                childType = atom.map().typeOf(field.name());
                if (atom.map().field(field.name()) != null && !has(field)) {
                    added.add(field);
                }
            } else if (parents[i] instanceof PathElement.Key && atom.list() != null) {
                childType = atom.list().element();
            }
            below[i] = children[i].withNamedFields(childType);
        }
        PathElement[] all = members;
        if (!added.isEmpty()) {
            all = Arrays.copyOf(members, members.length + added.size());
            for (int i = 0; i < added.size(); i++) {
                all[members.length + i] = added.get(i);
            }
            Arrays.sort(all);
        }
        return new FieldSet(all, parents, below);
    }

    /** Calls the action with every path, the fields of a level before what is below them. */
    void forEach(Consumer<List<PathElement>> action) {
        forEach(new ArrayList<>(), action);
    }

    private void forEach(List<PathElement> prefix, Consumer<List<PathElement>> action) {
        for (PathElement member : members) {
            prefix.add(member);
            action.accept(List.copyOf(prefix));
            prefix.remove(prefix.size() - 1);
        }
        for (int i = 0; i < parents.length; i++) {
            prefix.add(parents[i]);
            children[i].forEach(prefix, action);
            prefix.remove(prefix.size() - 1);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FieldSet set
                        && Arrays.equals(members, set.members)
                        && Arrays.equals(parents, set.parents)
                        && Arrays.equals(children, set.children));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(members) + Arrays.hashCode(children);
    }

    /** One path a line. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        forEach(path -> {
            path.forEach(out::append);
            out.append('\n');
        });
        return out.toString();
    }
}
