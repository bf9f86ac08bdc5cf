package dev.drydock.kubernetes.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects one level of a field set; what is added twice is joined. */
final class FieldSetBuilder {

    private final List<PathElement> members = new ArrayList<>();
    private final List<PathElement> parents = new ArrayList<>();
    private final List<FieldSet> children = new ArrayList<>();

    void member(PathElement element) {
        members.add(element);
    }

    void child(PathElement element, FieldSet below) {
        if (!below.isEmpty()) {
            parents.add(element);
            children.add(below);
        }
    }

    FieldSet build() {
        if (members.isEmpty() && parents.isEmpty()) {
            return FieldSet.EMPTY;
        }
        PathElement[] sortedMembers = members.toArray(new PathElement[0]);
        if (!ascending(sortedMembers)) {
            Arrays.sort(sortedMembers);
            sortedMembers = withoutRepetitions(sortedMembers);
        }
        PathElement[] sortedParents = parents.toArray(new PathElement[0]);
        FieldSet[] sortedChildren = children.toArray(new FieldSet[0]);
        if (!ascending(sortedParents)) {
            return sorted(sortedMembers);
        }
        return new FieldSet(sortedMembers, sortedParents, sortedChildren);
    }

    private FieldSet sorted(PathElement[] sortedMembers) {
        Integer[] order = new Integer[parents.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> parents.get(i).compareTo(parents.get(j)));
        List<PathElement> keys = new ArrayList<>();
        List<FieldSet> values = new ArrayList<>();
        for (int i : order) {
            int last = keys.size() - 1;
            if (last >= 0 && keys.get(last).compareTo(parents.get(i)) == 0) {
                values.set(last, values.get(last).union(children.get(i)));
            } else {
                keys.add(parents.get(i));
                values.add(children.get(i));
            }
        }
        return new FieldSet(sortedMembers, keys.toArray(new PathElement[0]), values.toArray(new FieldSet[0]));
    }

    private static boolean ascending(PathElement[] elements) {
        for (int i = 1; i < elements.length; i++) {
            if (elements[i - 1].compareTo(elements[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static PathElement[] withoutRepetitions(PathElement[] elements) {
        int n = 1;
        for (int i = 1; i < elements.length; i++) {
            if (elements[i].compareTo(elements[n - 1]) != 0) {
                elements[n++] = elements[i];
            }
        }
        return Arrays.copyOf(elements, n);
    }
}
