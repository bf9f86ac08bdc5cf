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

/**
 * A list typed by its schema; sets and maps are compared and added without regard to order
 * (apiserver, pkg/cel/common/valuesunstructured.go and values.go).
 *
 * @param list the items
 * @param items the schema of the items
 * @param schema the schema of the list
 */
record TypedList(ListNode list, MapNode items, MapNode schema) implements ListValue {

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public Value get(int index) {
        return SchemaValues.of(list.get(index), items);
    }

    private boolean is(String type) {
        return schema.findText("x-kubernetes-list-type").equals(type);
    }

    @Override
    public boolean sameAs(Value other) {
        if (!(other instanceof ListValue values) || values.size() != size()) {
            return false;
        }
        if (is("set")) {
            return containsAll(this, values) && containsAll(values, this);
        }
        if (is("map") && values instanceof TypedList typed) {
            return sameEntries(typed);
        }
        for (int i = 0; i < size(); i++) {
            if (!Equality.isTrue(get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsAll(ListValue values, ListValue parts) {
        for (Value part : parts) {
            if (!contains(values, part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Iterable<Value> values, Value part) {
        for (Value value : values) {
            if (Equality.isTrue(value, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameEntries(TypedList other) {
        for (Value entry : this) {
            int at = indexOf(keys(entry), other);
            if (at < 0 || !Equality.isTrue(entry, other.get(at))) {
                return false;
            }
        }
        return true;
    }

    private List<Value> keys(Value entry) {
        List<Value> keys = new ArrayList<>();
        for (String name : schema.findList("x-kubernetes-list-map-keys").strings()) {
            String escaped = FieldNames.escape(name);
            Value key = entry instanceof MapValue map ? map.find(Scalar.of(escaped == null ? name : escaped)) : null;
            keys.add(key == null ? Scalar.Null.NULL : key);
        }
        return keys;
    }

    private int indexOf(List<Value> keys, Iterable<Value> entries) {
        int at = 0;
        for (Value entry : entries) {
            if (keys(entry).equals(keys)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    /** Sets take in what they do not have; maps replace the entries whose keys they have. */
    @Override
    public Value plus(ListValue other) {
        List<Value> sum = new ArrayList<>();
        forEach(sum::add);
        for (Value added : other) {
            int at = is("map") ? indexOf(keys(added), sum) : -1;
            if (at >= 0) {
                sum.set(at, added);
            } else if (!is("set") || !contains(sum, added)) {
                sum.add(added);
            }
        }
        return ListValue.of(sum);
    }
}
