package dev.drydock.kubernetes.schema;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The forms that a value may take; upstream's schema.Atom. A value that may be anything has all three.
 *
 * @param map its type when it is a map, null when it must not be one
 * @param list its type when it is a list, null when it must not be one
 * @param scalar its type when it is a scalar, null when it must not be one
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Atom(
        @Nullable MapType map,
        @Nullable ListType list,
        @Nullable Scalar scalar) {

    /** Nothing is known; upstream calls it an invalid atom. */
    public static final Atom NONE = new Atom(null, null, null);

    static Atom of(Scalar scalar) {
        return new Atom(null, null, scalar);
    }

    static Atom of(MapType map) {
        return new Atom(map, null, null);
    }

    static Atom of(ListType list) {
        return new Atom(null, list, null);
    }

    /** The same with another relation between the members of the map or list (a field's x-kubernetes-map-type). */
    Atom withAtomic(boolean atomic) {
        if (map != null) {
            return new Atom(map.withAtomic(atomic), list, scalar);
        }
        return list != null ? new Atom(null, list.withAtomic(atomic), scalar) : this;
    }
}
