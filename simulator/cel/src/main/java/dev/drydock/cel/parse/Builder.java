package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import dev.drydock.cel.value.Scalar;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the tree of what the grammar has read and says what the grammar alone does not forbid (parser.go, Visit…). */
final class Builder {

    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "package",
            "namespace",
            "null",
            "return",
            "true",
            "var",
            "void",
            "while");

    private final Source source;
    private final Nodes nodes;
    private final Syntax syntax;
    private final List<Issue> issues;

    Builder(Source source, Nodes nodes, Syntax syntax, List<Issue> issues) {
        this.source = source;
        this.nodes = nodes;
        this.syntax = syntax;
        this.issues = issues;
    }

    Expr literal(@Nullable Token sign, Token token) {
        int at = sign == null ? token.start() : sign.start();
        String minus = sign == null ? "" : "-";
        try {
            Scalar value = switch (token.kind()) {
                case NUM_INT -> Literals.signed(minus, token.text());
                case NUM_UINT -> Literals.unsigned(token.text());
                case NUM_FLOAT -> Literals.real(minus, token.text());
                case STRING -> Literals.text(token.text());
                case BYTES -> Literals.bytes(token.text());
                case TRUE -> new Scalar.Bool(true);
                case FALSE -> new Scalar.Bool(false);
                default -> Scalar.Null.NULL;
            };
            return nodes.literal(at, value);
        } catch (Literals.Malformed e) {
            return wrong(at, String.valueOf(e.getMessage()));
        }
    }

    Expr name(@Nullable Token dot, Token name) {
        if (RESERVED.contains(name.text())) {
            return wrong(dot == null ? name.start() : dot.start(), "reserved identifier: " + name.text());
        }
        return nodes.name(name.start(), dot == null ? name.text() : "." + name.text());
    }

    Expr globalCall(@Nullable Token dot, Token name, Token open, List<Expr> arguments) {
        if (RESERVED.contains(name.text())) {
            return wrong(dot == null ? name.start() : dot.start(), "reserved identifier: " + name.text());
        }
        return call(open.start(), dot == null ? name.text() : "." + name.text(), null, arguments);
    }

    /** A call of a function or an operator, expanded where it is a macro. */
    Expr call(int at, String function, @Nullable Expr target, List<Expr> arguments) {
        @Nullable Macro macro = syntax.macro(function, arguments.size(), target != null);
        if (macro != null) {
            try {
                @Nullable Expr expanded = macro.expansion().expand(nodes, at, target, arguments);
                if (expanded != null) {
                    return expanded;
                }
            } catch (Macro.Misused e) {
                return wrong(nodes.offset(e.place()), String.valueOf(e.getMessage()));
            }
        }
        return new Expr.Call(nodes.id(at), target, function, List.copyOf(arguments));
    }

    Expr select(Expr operand, Token dot, @Nullable Token question, Token name) {
        String field = field(name.start(), name);
        if (question == null) {
            return new Expr.Select(nodes.id(dot.start()), operand, field, false);
        }
        if (!syntax.optional()) {
            return wrong(dot.start(), "unsupported syntax '.?'");
        }
        Expr text = nodes.literal(name.start(), new Scalar.Text(field));
        return nodes.call(dot.start(), "_?._", operand, text);
    }

    Expr index(Expr operand, Token open, @Nullable Token question, Expr index) {
        if (question != null && !syntax.optional()) {
            return wrong(open.start(), "unsupported syntax '[?'");
        }
        return nodes.call(open.start(), question == null ? "_[_]" : "_[?_]", operand, index);
    }

    Expr list(Token open, List<Expr> elements, List<Integer> optional) {
        return new Expr.ListLiteral(nodes.id(open.start()), List.copyOf(elements), List.copyOf(optional));
    }

    Expr map(Token open, List<Expr.Entry> entries) {
        return new Expr.MapLiteral(nodes.id(open.start()), List.copyOf(entries));
    }

    Expr.Entry entry(Token colon, Expr key, Expr value, boolean optional) {
        return new Expr.Entry(nodes.id(colon.start()), key, value, optional);
    }

    Expr struct(Token open, String type, List<Expr.Field> fields) {
        return new Expr.StructLiteral(nodes.id(open.start()), type, List.copyOf(fields));
    }

    Expr.Field structField(Token first, Token colon, Token name, Expr value, boolean optional) {
        return new Expr.Field(nodes.id(colon.start()), field(first.start(), name), value, optional);
    }

    /** Whether a question mark may stand before an element, a key or a field; says so where it may not. */
    boolean optional(@Nullable Token question) {
        if (question != null && !syntax.optional()) {
            wrong(question.start(), "unsupported syntax '?'");
        }
        return question != null && syntax.optional();
    }

    /** Operators of one kind as a balanced tree: their order means nothing, and a list of thousands must not be deep. */
    Expr balanced(String function, List<Expr> terms, List<Token> operators) {
        return terms.size() == 1 ? terms.get(0) : balanced(function, terms, operators, 0, operators.size() - 1);
    }

    private Expr balanced(String function, List<Expr> terms, List<Token> operators, int low, int high) {
        int middle = (low + high + 1) / 2;
        Expr left = middle == low ? terms.get(middle) : balanced(function, terms, operators, low, middle - 1);
        Expr right = middle == high ? terms.get(middle + 1) : balanced(function, terms, operators, middle + 1, high);
        return nodes.call(operators.get(middle).start(), function, left, right);
    }

    private String field(int at, Token name) {
        if (name.kind() != TokenKind.ESC_IDENTIFIER) {
            return name.text();
        }
        if (!syntax.quotedNames()) {
            wrong(at, "unsupported syntax: '`'");
        }
        return name.text().substring(1, name.text().length() - 1);
    }

    private Expr wrong(int at, String message) {
        issues.add(Issue.at(source, at, message));
        return nodes.literal(at, Scalar.Null.NULL);
    }
}
