package dev.drydock.cel.ast;

import dev.drydock.cel.type.CelType;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * An expression with what is known about its nodes, by their ids. In a checked expression names are qualified as they
 * were resolved: {@code a.b} may have become one identifier, {@code sets.contains(x, y)} a call without a target.
 *
 * @param offsets where each node begins, in code points
 * @param types the types of the nodes; empty while unchecked
 * @param references what names and calls mean; empty while unchecked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ast(
        Expr expression,
        Source source,
        Map<Long, Integer> offsets,
        Map<Long, CelType> types,
        Map<Long, Reference> references) {

    /** A parsed expression that is not checked yet. */
    public static Ast parsed(Expr expression, Source source, Map<Long, Integer> offsets) {
        return new Ast(expression, source, offsets, Map.of(), Map.of());
    }

    /** Whether the types are known. */
    public boolean checked() {
        return !types.isEmpty();
    }

    /** The type of the whole expression; {@code dyn} while unchecked. */
    public CelType resultType() {
        return types.getOrDefault(expression.id(), CelType.DYN);
    }
}
