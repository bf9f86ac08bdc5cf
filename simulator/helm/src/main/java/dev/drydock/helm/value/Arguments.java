package dev.drydock.helm.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, already checked against the types of the parameters. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Arguments {

    private final List<@Nullable Object> values;

    /** Arguments in order. */
    public Arguments(List<? extends @Nullable Object> values) {
        this.values = new ArrayList<>(values);
    }

    /** Number of arguments. */
    public int size() {
        return values.size();
    }

    /** An argument. */
    public @Nullable Object get(int index) {
        return values.get(index);
    }

    /** A text. */
    public String string(int index) {
        return (String) Objects.requireNonNull(values.get(index));
    }

    /** A truth value. */
    public boolean bool(int index) {
        return (Boolean) Objects.requireNonNull(values.get(index));
    }

    /** An integer. */
    public long integer(int index) {
        return ((GoInt) Objects.requireNonNull(values.get(index))).value();
    }

    /** A map; a nil map is an empty one that nobody else sees. */
    public GoMap map(int index) {
        return values.get(index) instanceof GoMap map ? map : GoMap.create();
    }

    /** The arguments from an index on. */
    public List<@Nullable Object> from(int index) {
        return values.subList(Math.min(index, values.size()), values.size());
    }
}
