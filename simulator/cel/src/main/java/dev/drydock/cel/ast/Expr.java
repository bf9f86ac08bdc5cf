package dev.drydock.cel.ast;

import dev.drydock.cel.value.Value;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A node of an expression. Every node has an id that is unique within its expression; positions, types and resolved
 * functions are kept in tables by id, as cel-go keeps them (common/ast/expr.go).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Expr {

    /** The id of the node, above zero. */
    long id();

    /** A constant: null, a boolean, a number, a string or bytes. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Literal(long id, Value value) implements Expr {}

    /** A name; a leading dot is kept. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Identifier(long id, String name) implements Expr {}

    /**
     * {@code operand.field}.
     *
     * @param testOnly whether this asks for the presence of the field, which is what {@code has} becomes
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Select(long id, Expr operand, String field, boolean testOnly) implements Expr {}

    /**
     * A function or an operator (with cel-go's names, as {@code _+_}, {@code _[_]}, {@code _?_:_}, {@code @in}).
     *
     * @param target what a member function is called on
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Call(long id, @Nullable Expr target, String function, List<Expr> arguments) implements Expr {}

    /**
     * {@code [a, ?b]}.
     *
     * @param optional indices of the elements that are written with a question mark
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record ListLiteral(long id, List<Expr> elements, List<Integer> optional) implements Expr {}

    /** {@code {key: value}}. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record MapLiteral(long id, List<Entry> entries) implements Expr {}

    /** An entry of a map literal. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Entry(long id, Expr key, Expr value, boolean optional) {}

    /** {@code Type{field: value}}. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record StructLiteral(long id, String typeName, List<Field> fields) implements Expr {}

    /** A field of a struct literal. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Field(long id, String name, Expr value, boolean optional) {}

    /**
     * What the macros over lists and maps become: a fold.
     *
     * @param variable the name of the element, or of the key where there is a second variable
     * @param secondVariable the name of the value in forms with two variables
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Comprehension(
            long id,
            String variable,
            @Nullable String secondVariable,
            Expr range,
            String accumulator,
            Expr initial,
            Expr condition,
            Expr step,
            Expr result)
            implements Expr {}
}
