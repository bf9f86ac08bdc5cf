package dev.drydock.kubernetes.schema;

import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A type that is resolved on first use; types may refer to themselves. */
@API(status = API.Status.STABLE, since = "0.1")
public final class TypeRef {

    /** Anything, owned as a whole ({@code __untyped_atomic_}). */
    public static final TypeRef UNTYPED = new TypeRef(TypeRef::untyped);

    /** Anything; maps are owned field by field, lists as a whole ({@code __untyped_deduced_}). */
    public static final TypeRef DEDUCED = new TypeRef(TypeRef::deduced);

    private @Nullable Supplier<Atom> source;
    private @Nullable Atom atom;

    TypeRef(Supplier<Atom> source) {
        this.source = source;
    }

    /** What the value may be. */
    public Atom atom() {
        Atom known = atom;
        if (known == null) {
            Supplier<Atom> reading = source;
            known = reading == null ? Atom.NONE : reading.get();
            atom = known;
            source = null;
        }
        return known;
    }

    private static Atom untyped() {
        return new Atom(
                new MapType("", java.util.Map.of(), UNTYPED, true),
                new ListType(UNTYPED, false, java.util.List.of()),
                Scalar.UNTYPED);
    }

    private static Atom deduced() {
        return new Atom(
                new MapType("", java.util.Map.of(), DEDUCED, false),
                new ListType(UNTYPED, false, java.util.List.of()),
                Scalar.UNTYPED);
    }
}
