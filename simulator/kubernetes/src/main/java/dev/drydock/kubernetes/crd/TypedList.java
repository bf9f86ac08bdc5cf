package dev.drydock.kubernetes.crd;

import dev.drydock.cel.schema.FieldNames;
import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list typed by its schema; sets and maps are compared with any other list, and joined with it, by what their items are
 * and not by where they stand (apiserver, pkg/cel/common/valuesunstructured.go). What is joined stays a set or a map.
 */
final class TypedList implements ListValue {

    private final int size;
    private final IntFunction<Value> items;
    private final String kind;
    private final List<String> keys;

    private TypedList(int size, IntFunction<Value> items, String kind, List<String> keys) {
        this.size = size;
        this.items = items;
        this.kind = kind;
        this.keys = keys;
    }

    /**
     * The list of a node.
     *
     * @param items the schema of the items
     * @param schema the schema of the list
     */
    static TypedList of(ListNode list, MapNode items, MapNode schema) {
        List<String> keys = new ArrayList<>();
        for (String name : schema.findList("x-kubernetes-list-map-keys").strings()) {
            String escaped = FieldNames.escape(name);
            keys.add(escaped == null ? name : escaped);
        }
        return new TypedList(
                list.size(),
                index -> SchemaValues.of(list.get(index), items),
                schema.findText("x-kubernetes-list-type"),
                keys);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Value get(int index) {
        return items.apply(index);
    }

    private boolean hasIdentities() {
        return kind.equals("set") || kind.equals("map");
    }

    @Override
    public boolean sameAs(Value other) {
        if (!(other instanceof ListValue list) || list.size() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            Value theirs = list.get(i);
            int at = hasIdentities() ? indexOf(this, theirs) : i;
            if (at < 0 || !Equality.isTrue(get(at), theirs)) {
                return false;
            }
        }
        return true;
    }

    /** Sets take in what they do not have; maps replace the items whose keys they have. */
    @Override
    public Value plus(ListValue other) {
        List<Value> sum = new ArrayList<>();
        forEach(sum::add);
        for (Value added : other) {
            int at = hasIdentities() ? indexOf(sum, added) : -1;
            if (at < 0) {
                sum.add(added);
            } else if (kind.equals("map")) {
                sum.set(at, added);
            }
        }
        return new TypedList(sum.size(), sum::get, kind, keys);
    }

    private int indexOf(Iterable<Value> list, Value item) {
        int at = 0;
        for (Value candidate : list) {
            if (kind.equals("set") ? Equality.isTrue(candidate, item) : sameKeys(candidate, item)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private boolean sameKeys(Value left, Value right) {
        return keys.stream().allMatch(key -> {
            Value mine = part(left, key);
            Value theirs = part(right, key);
            return (mine == null || theirs == null) ? mine == theirs : Equality.isTrue(mine, theirs);
        });
    }

    private static @Nullable Value part(Value item, String key) {
        return item instanceof MapValue map ? map.find(Scalar.of(key)) : null;
    }
}
