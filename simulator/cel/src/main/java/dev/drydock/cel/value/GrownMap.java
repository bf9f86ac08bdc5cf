package dev.drydock.cel.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The beginning of a shared table, as {@link GrownList}: what was inserted after this map was made is not in it. */
final class GrownMap implements MapValue {

    private record Slot(int index, Value value) {}

    private final Map<Value, Slot> table;
    private final List<Value> order;
    private final int size;

    private GrownMap(Map<Value, Slot> table, List<Value> order, int size) {
        this.table = table;
        this.order = order;
        this.size = size;
    }

    static GrownMap of(Map<? extends Value, ? extends Value> entries) {
        Map<Value, Slot> table = new LinkedHashMap<>();
        List<Value> order = new ArrayList<>();
        entries.forEach((key, value) -> {
            table.put(key, new Slot(order.size(), value));
            order.add(key);
        });
        return new GrownMap(table, order, order.size());
    }

    /** The map with one more entry, whose key it does not have yet. */
    static GrownMap with(MapValue map, Value key, Value value) {
        GrownMap base = map instanceof GrownMap grown && grown.order.size() == grown.size ? grown : copy(map);
        base.table.put(key, new Slot(base.size, value));
        base.order.add(key);
        return new GrownMap(base.table, base.order, base.size + 1);
    }

    private static GrownMap copy(MapValue map) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Value key : map.keys()) {
            Value value = map.find(key);
            if (value != null) {
                entries.put(key, value);
            }
        }
        return of(entries);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Value find(Value key) {
        Value found = exactly(key);
        if (found != null) {
            return found;
        }
        for (Value other : Numbers.sameKeys(key)) {
            found = exactly(other);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Value exactly(Value key) {
        Slot slot = table.get(key);
        return slot == null || slot.index >= size ? null : slot.value;
    }

    @Override
    public Iterable<Value> keys() {
        return order.subList(0, size);
    }
}
