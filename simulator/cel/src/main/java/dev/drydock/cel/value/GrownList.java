package dev.drydock.cel.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a shared buffer. Adding to the longest list of a buffer appends to the buffer, so that a comprehension
 * that collects n elements takes n steps; every list keeps its own size and never changes.
 */
final class GrownList implements ListValue {

    private final List<Value> buffer;
    private final int size;
    private final int added;

    private GrownList(List<Value> buffer, int size, int added) {
        this.buffer = buffer;
        this.size = size;
        this.added = added;
    }

    static GrownList of(List<? extends Value> values) {
        return new GrownList(new ArrayList<>(values), values.size(), values.size());
    }

    static GrownList joined(ListValue first, ListValue second) {
        LimitException.check((long) first.size() + second.size());
        int size = first.size() + second.size();
        int added = second.size();
        List<Value> target;
        if (first instanceof GrownList grown && grown.buffer.size() == grown.size) {
            target = grown.buffer;
        } else {
            target = new ArrayList<>(size);
            first.forEach(target::add);
            added = size;
        }
        int count = second.size();
        for (int i = 0; i < count; i++) {
            target.add(second.get(i));
        }
        return new GrownList(target, size, added);
    }

    /** How many elements were stored when this list was made; the others are shared with the list that it grew from. */
    int added() {
        return added;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Value get(int index) {
        return buffer.get(index);
    }
}
