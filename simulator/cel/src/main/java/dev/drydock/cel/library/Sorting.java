package dev.drydock.cel.library;

import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Order;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Sorting of lists; refusals are thrown with cel-go's words. */
final class Sorting {

    private Sorting() {}

    /** The list in the order of keys, one for each element. */
    static ListValue sort(ListValue list, ListValue keys) {
        if (list.size() != keys.size()) {
            throw new IllegalArgumentException("@sortByAssociatedKeys() expected a list of the same size as the"
                    + " associated keys list, but got " + list.size() + " and " + keys.size()
                    + " elements respectively");
        }
        if (list.size() == 0) {
            return list;
        }
        Value first = keys.get(0);
        if (!Order.isComparable(first)) {
            throw new IllegalArgumentException("list elements must be comparable");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.size() > 1 && !keys.get(i).type().equals(first.type())) {
                throw new IllegalArgumentException("list elements must have the same type");
            }
            order.add(i);
        }
        order.sort((a, b) -> sign(Order.compare(keys.get(a), keys.get(b))));
        List<Value> sorted = new ArrayList<>();
        order.forEach(index -> sorted.add(list.get(index)));
        return ListValue.of(sorted);
    }

    private static int sign(Value difference) {
        return difference instanceof Scalar.Int number ? (int) number.value() : 0;
    }
}
