package dev.drydock.cel.cost;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression with what is known about its size.
 *
 * @param path where its value lies, from a variable; empty where that is unknown
 * @param size its size; null where it is unknown
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Sized(
        Expr expr,
        CelType type,
        List<String> path,
        @Nullable Range size,
        SizeHints hints) {

    /** The size, anything where it is unknown. */
    public Range sizeOrUnknown() {
        return size == null ? Range.UNKNOWN : size;
    }

    /** The type of the elements of a list, or null for what is no list. */
    @Nullable
    CelType elementType() {
        return type.parameters().isEmpty() ? null : type.parameters().get(0);
    }

    /** The size that the elements of a list have. */
    Range elementSize() {
        if (path.isEmpty()) {
            return Range.UNKNOWN;
        }
        List<String> items = new ArrayList<>(path);
        items.add("@items");
        @Nullable Range known = hints.size(items);
        return known == null ? Range.UNKNOWN : known;
    }
}
