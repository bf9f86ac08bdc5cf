package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import java.util.Iterator;
import java.util.List;
import org.apiguardian.api.API;

/** A list. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ListValue extends Value, Iterable<Value> {

    /** The type of lists at run time, when elements may be anything. */
    CelType TYPE = CelType.list(CelType.DYN);

    /** A list of values. */
    static ListValue of(List<? extends Value> values) {
        return GrownList.of(values);
    }

    /** The number of elements. */
    int size();

    /** The element at an index from zero to below the size. */
    Value get(int index);

    /** This list with another at its end. */
    default Value plus(ListValue other) {
        if (size() == 0) {
            return other;
        }
        return other.size() == 0 ? this : GrownList.joined(this, other);
    }

    /** Whether this list equals another value. */
    default boolean sameAs(Value other) {
        if (!(other instanceof ListValue list) || list.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (Equality.differ(get(i), list.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    default CelType type() {
        return TYPE;
    }

    @Override
    default Iterator<Value> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public Value next() {
                return get(next++);
            }
        };
    }

    /** How many elements were stored when this list was made; a list that grew shares the others. */
    static int added(ListValue list) {
        return list instanceof GrownList grown ? grown.added() : list.size();
    }
}
