package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A map; also an object with fields, whose keys are the names of its fields. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MapValue extends Value {

    /** The type of maps at run time, when keys and values may be anything. */
    CelType TYPE = CelType.map(CelType.DYN, CelType.DYN);

    /** A map of values; its order is kept. */
    static MapValue of(Map<? extends Value, ? extends Value> entries) {
        return GrownMap.of(entries);
    }

    /** The number of entries. */
    int size();

    /** The value of a key, or null when there is none. Numbers of different types are the same key. */
    @Nullable
    Value find(Value key);

    /** The keys. */
    Iterable<Value> keys();

    /** Whether this map equals another value. */
    default boolean sameAs(Value other) {
        if (!(other instanceof MapValue map) || map.size() != size()) {
            return false;
        }
        for (Value key : keys()) {
            Value mine = find(key);
            Value theirs = map.find(key);
            if (mine == null || theirs == null || Equality.differ(mine, theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    default CelType type() {
        return TYPE;
    }
}
