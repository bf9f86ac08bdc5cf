package dev.drydock.kubernetes.apply;

import java.util.Arrays;

/** Union, intersection and differences of field sets, in one pass over the sorted trees. */
@SuppressWarnings("ReferenceEquality") // an unchanged set is the very same object
final class SetAlgebra {

    private SetAlgebra() {}

    static FieldSet union(FieldSet a, FieldSet b) {
        PathElement[] members = unionOfMembers(a.members, b.members);
        int max = a.parents.length + b.parents.length;
        PathElement[] parents = new PathElement[max];
        FieldSet[] children = new FieldSet[max];
        int n = 0;
        int i = 0;
        int j = 0;
        boolean same = members == a.members;
        while (i < a.parents.length || j < b.parents.length) {
            int order = order(a.parents, i, b.parents, j);
            if (order < 0) {
                parents[n] = a.parents[i];
                children[n++] = a.children[i++];
            } else if (order > 0) {
                parents[n] = b.parents[j];
                children[n++] = b.children[j++];
                same = false;
            } else {
                parents[n] = a.parents[i];
                children[n] = a.children[i].union(b.children[j++]);
                same &= children[n++] == a.children[i++];
            }
        }
        return same ? a : make(members, parents, children, n);
    }

    static FieldSet intersection(FieldSet a, FieldSet b) {
        PathElement[] members = sift(a.members, b.members, true);
        PathElement[] parents = new PathElement[a.parents.length];
        FieldSet[] children = new FieldSet[a.parents.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < a.parents.length && j < b.parents.length) {
            int order = a.parents[i].compareTo(b.parents[j]);
            if (order == 0) {
                FieldSet below = a.children[i].intersection(b.children[j]);
                if (!below.isEmpty()) {
                    parents[n] = a.parents[i];
                    children[n++] = below;
                }
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return members.length == 0 && n == 0 ? FieldSet.EMPTY : make(members, parents, children, n);
    }

    static FieldSet difference(FieldSet a, FieldSet b, boolean recursive) {
        PathElement[] members = sift(a.members, b.members, false);
        boolean same = members == a.members;
        PathElement[] parents = new PathElement[a.parents.length];
        FieldSet[] children = new FieldSet[a.parents.length];
        int n = 0;
        int j = 0;
        for (int i = 0; i < a.parents.length; i++) {
            PathElement parent = a.parents[i];
            if (recursive && b.has(parent)) {
                same = false;
                continue;
            }
            while (j < b.parents.length && b.parents[j].compareTo(parent) < 0) {
                j++;
            }
            FieldSet below = a.children[i];
            if (j < b.parents.length && b.parents[j].compareTo(parent) == 0) {
                below = recursive ? below.recursiveDifference(b.children[j]) : below.difference(b.children[j]);
                same &= below == a.children[i];
            }
            if (!below.isEmpty()) {
                parents[n] = parent;
                children[n++] = below;
            }
        }
        if (same) {
            return a;
        }
        return members.length == 0 && n == 0 ? FieldSet.EMPTY : make(members, parents, children, n);
    }

    private static PathElement[] unionOfMembers(PathElement[] a, PathElement[] b) {
        if (b.length == 0) {
            return a;
        }
        PathElement[] all = new PathElement[a.length + b.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int order = order(a, i, b, j);
            all[n++] = order <= 0 ? a[i] : b[j];
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return n == a.length ? a : n == all.length ? all : Arrays.copyOf(all, n);
    }

    /** The members of a that are, or are not, in b. */
    private static PathElement[] sift(PathElement[] a, PathElement[] b, boolean wanted) {
        PathElement[] kept = new PathElement[a.length];
        int n = 0;
        int j = 0;
        for (PathElement element : a) {
            while (j < b.length && b[j].compareTo(element) < 0) {
                j++;
            }
            boolean found = j < b.length && b[j].compareTo(element) == 0;
            if (found == wanted) {
                kept[n++] = element;
            }
        }
        return n == a.length ? a : Arrays.copyOf(kept, n);
    }

    private static int order(PathElement[] a, int i, PathElement[] b, int j) {
        if (i >= a.length) {
            return 1;
        }
        return j >= b.length ? -1 : a[i].compareTo(b[j]);
    }

    private static FieldSet make(PathElement[] members, PathElement[] parents, FieldSet[] children, int n) {
        return n == parents.length
                ? new FieldSet(members, parents, children)
                : new FieldSet(members, Arrays.copyOf(parents, n), Arrays.copyOf(children, n));
    }
}
