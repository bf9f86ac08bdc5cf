package dev.drydock.cel.schema;

import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A list that a schema types; sets and maps compare and join by what their elements are, not by where they stand. */
final class TypedList implements ListValue {

    private final int size;
    private final IntFunction<Value> elements;
    private final String kind;
    private final List<String> keys;

    private TypedList(int size, IntFunction<Value> elements, String kind, List<String> keys) {
        this.size = size;
        this.elements = elements;
        this.kind = kind;
        this.keys = keys;
    }

    static TypedList of(ListNode node, Node items, Node schema) {
        List<String> keys = new ArrayList<>();
        for (String key : schema.findList("x-kubernetes-list-map-keys").strings()) {
            String written = FieldNames.escape(key);
            keys.add(written == null ? key : written);
        }
        return new TypedList(
                node.size(),
                index -> TypedValues.of(node.get(index), items),
                schema.findText("x-kubernetes-list-type"),
                keys);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Value get(int index) {
        return elements.apply(index);
    }

    @Override
    public ListValue plus(ListValue other) {
        List<Value> joined = new ArrayList<>();
        forEach(joined::add);
        for (Value element : other) {
            int same = indexOf(joined, element);
            if (same < 0) {
                joined.add(element);
            } else if (kind.equals("map")) {
                joined.set(same, element);
            }
        }
        return new TypedList(joined.size(), joined::get, kind, keys);
    }

    /** Where an element of the same identity stands; lists without identities have none. */
    private int indexOf(List<Value> list, Value element) {
        if (!kind.equals("set") && !kind.equals("map")) {
            return -1;
        }
        for (int i = 0; i < list.size(); i++) {
            if (kind.equals("set") ? Equality.isTrue(list.get(i), element) : sameKeys(list.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    private boolean sameKeys(Value left, Value right) {
        return keys.stream().allMatch(key -> {
            Value mine = part(left, key);
            Value theirs = part(right, key);
            return mine == null || theirs == null ? mine == theirs : Equality.isTrue(mine, theirs);
        });
    }

    private static @Nullable Value part(Value element, String key) {
        return element instanceof MapValue map ? map.find(Scalar.of(key)) : null;
    }

    @Override
    public boolean sameAs(Value other) {
        if (!kind.equals("set") && !kind.equals("map")) {
            return ListValue.super.sameAs(other);
        }
        if (!(other instanceof ListValue list) || list.size() != size) {
            return false;
        }
        List<Value> mine = new ArrayList<>();
        forEach(mine::add);
        for (Value element : list) {
            int same = indexOf(mine, element);
            if (same < 0 || kind.equals("map") && !Equality.isTrue(mine.get(same), element)) {
                return false;
            }
        }
        return true;
    }
}
