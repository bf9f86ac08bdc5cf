package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The grammar of the language by recursive descent; what does not fit it is told apart elsewhere. */
final class Grammar {

    /** How often a rule may stand within itself (parser.go, recursionListener). */
    static final int DEEPEST = 250;

    private static final Map<TokenKind, String> RELATIONS = Map.of(
            TokenKind.LESS, "_<_",
            TokenKind.LESS_EQUALS, "_<=_",
            TokenKind.GREATER_EQUALS, "_>=_",
            TokenKind.GREATER, "_>_",
            TokenKind.EQUALS, "_==_",
            TokenKind.NOT_EQUALS, "_!=_",
            TokenKind.IN, "@in");
    private static final Map<TokenKind, String> SUMS = Map.of(TokenKind.PLUS, "_+_", TokenKind.MINUS, "_-_");
    private static final Map<TokenKind, String> PRODUCTS =
            Map.of(TokenKind.STAR, "_*_", TokenKind.SLASH, "_/_", TokenKind.PERCENT, "_%_");

    private final List<Token> tokens;
    private final Builder builder;
    private int at;
    private int expressions;
    private int relations;
    private int sums;
    private int members;

    Grammar(List<Token> tokens, Builder builder) {
        this.tokens = tokens;
        this.builder = builder;
    }

    /** A token that no rule allows where it stands. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Nesting beyond the limit. */
    static final class TooDeep extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Expr start() throws Unexpected, TooDeep {
        Expr expression = expression();
        take(TokenKind.END);
        return expression;
    }

    /** Reads the first expression, whatever stands behind it. */
    Expr first() throws Unexpected, TooDeep {
        return expression();
    }

    private Expr expression() throws Unexpected, TooDeep {
        expressions = deeper(expressions);
        Expr condition = or();
        @Nullable Token question = accept(TokenKind.QUESTION);
        if (question != null) {
            Expr then = or();
            take(TokenKind.COLON);
            condition = builder.call(question.start(), "_?_:_", null, List.of(condition, then, expression()));
        }
        expressions--;
        return condition;
    }

    private Expr or() throws Unexpected, TooDeep {
        List<Expr> terms = new ArrayList<>();
        List<Token> operators = new ArrayList<>();
        terms.add(and());
        for (@Nullable Token next = accept(TokenKind.OR); next != null; next = accept(TokenKind.OR)) {
            operators.add(next);
            terms.add(and());
        }
        return builder.balanced("_||_", terms, operators);
    }

    private Expr and() throws Unexpected, TooDeep {
        List<Expr> terms = new ArrayList<>();
        List<Token> operators = new ArrayList<>();
        terms.add(relation());
        for (@Nullable Token next = accept(TokenKind.AND); next != null; next = accept(TokenKind.AND)) {
            operators.add(next);
            terms.add(relation());
        }
        return builder.balanced("_&&_", terms, operators);
    }

    private Expr relation() throws Unexpected, TooDeep {
        int outer = relations;
        relations = deeper(relations);
        Expr left = sum();
        while (RELATIONS.containsKey(peek().kind())) {
            relations = deeper(relations);
            Token operator = advance();
            // The right side is a relation of its own in the grammar, with nothing but a sum in it.
            deeper(relations);
            left = builder.call(operator.start(), named(RELATIONS, operator), null, List.of(left, sum()));
        }
        relations = outer;
        return left;
    }

    private static String named(Map<TokenKind, String> operators, Token operator) {
        return Objects.requireNonNull(operators.get(operator.kind()), "no operator of the kind");
    }

    private Expr sum() throws Unexpected, TooDeep {
        int outer = sums;
        sums = deeper(sums);
        Expr left = product();
        while (SUMS.containsKey(peek().kind())) {
            sums = deeper(sums);
            Token operator = advance();
            int chain = sums;
            sums = deeper(sums);
            left = builder.call(operator.start(), named(SUMS, operator), null, List.of(left, product()));
            sums = chain;
        }
        sums = outer;
        return left;
    }

    private Expr product() throws Unexpected, TooDeep {
        int outer = sums;
        Expr left = unary();
        while (PRODUCTS.containsKey(peek().kind())) {
            sums = deeper(sums);
            Token operator = advance();
            left = builder.call(operator.start(), named(PRODUCTS, operator), null, List.of(left, unary()));
        }
        sums = outer;
        return left;
    }

    private Expr unary() throws Unexpected, TooDeep {
        if (peek().kind() == TokenKind.NOT) {
            return repeated(TokenKind.NOT, "!_");
        }
        // A minus before a number belongs to the number, unless another minus comes first.
        if (peek().kind() == TokenKind.MINUS && !isNumber(peek(1).kind())) {
            return repeated(TokenKind.MINUS, "-_");
        }
        return member();
    }

    private Expr repeated(TokenKind kind, String function) throws Unexpected, TooDeep {
        Token first = peek();
        boolean odd = false;
        while (accept(kind) != null) {
            odd = !odd;
        }
        Expr operand = member();
        return odd ? builder.call(first.start(), function, null, List.of(operand)) : operand;
    }

    private Expr member() throws Unexpected, TooDeep {
        int outer = members;
        members = deeper(members);
        Expr operand = primary();
        while (true) {
            if (peek().kind() == TokenKind.DOT) {
                members = deeper(members);
                operand = selection(operand, advance());
            } else if (peek().kind() == TokenKind.LEFT_BRACKET) {
                members = deeper(members);
                Token open = advance();
                @Nullable Token question = accept(TokenKind.QUESTION);
                Expr index = expression();
                take(TokenKind.RIGHT_BRACKET);
                operand = builder.index(operand, open, question, index);
            } else {
                members = outer;
                return operand;
            }
        }
    }

    private Expr selection(Expr operand, Token dot) throws Unexpected, TooDeep {
        @Nullable Token question = accept(TokenKind.QUESTION);
        Token name = fieldName();
        if (question == null && name.kind() == TokenKind.IDENTIFIER && peek().kind() == TokenKind.LEFT_PARENTHESIS) {
            Token open = advance();
            return builder.call(open.start(), name.text(), operand, arguments());
        }
        return builder.select(operand, dot, question, name);
    }

    private Token fieldName() throws Unexpected {
        @Nullable Token quoted = accept(TokenKind.ESC_IDENTIFIER);
        return quoted != null ? quoted : take(TokenKind.IDENTIFIER);
    }

    private Expr primary() throws Unexpected, TooDeep {
        Token token = peek();
        switch (token.kind()) {
            case DOT, IDENTIFIER -> {
                return named();
            }
            case LEFT_PARENTHESIS -> {
                advance();
                Expr inner = expression();
                take(TokenKind.RIGHT_PARENTHESIS);
                return inner;
            }
            case LEFT_BRACKET -> {
                return list(advance());
            }
            case LEFT_BRACE -> {
                return map(advance());
            }
            case MINUS -> {
                advance();
                if (!isNumber(peek().kind())) {
                    throw new Unexpected();
                }
                return builder.literal(token, advance());
            }
            case NUM_INT, NUM_UINT, NUM_FLOAT, STRING, BYTES, TRUE, FALSE, NULL -> {
                return builder.literal(null, advance());
            }
            default -> throw new Unexpected();
        }
    }

    private Expr named() throws Unexpected, TooDeep {
        @Nullable Token dot = accept(TokenKind.DOT);
        Token name = take(TokenKind.IDENTIFIER);
        int ahead = 0;
        while (peek(ahead).kind() == TokenKind.DOT && peek(ahead + 1).kind() == TokenKind.IDENTIFIER) {
            ahead += 2;
        }
        if (peek(ahead).kind() == TokenKind.LEFT_BRACE) {
            StringBuilder type = new StringBuilder(dot == null ? "" : ".").append(name.text());
            for (int i = 0; i < ahead; i++) {
                type.append(advance().text());
            }
            return struct(type.toString(), advance());
        }
        @Nullable Token open = accept(TokenKind.LEFT_PARENTHESIS);
        return open == null ? builder.name(dot, name) : builder.globalCall(dot, name, open, arguments());
    }

    private List<Expr> arguments() throws Unexpected, TooDeep {
        List<Expr> arguments = new ArrayList<>();
        if (accept(TokenKind.RIGHT_PARENTHESIS) != null) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (accept(TokenKind.COMMA) != null);
        take(TokenKind.RIGHT_PARENTHESIS);
        return arguments;
    }

    private Expr list(Token open) throws Unexpected, TooDeep {
        List<Expr> elements = new ArrayList<>();
        List<Integer> optional = new ArrayList<>();
        while (more(TokenKind.RIGHT_BRACKET, elements.isEmpty())) {
            @Nullable Token question = accept(TokenKind.QUESTION);
            elements.add(expression());
            if (builder.optional(question)) {
                optional.add(elements.size() - 1);
            }
        }
        return builder.list(open, elements, optional);
    }

    private Expr map(Token open) throws Unexpected, TooDeep {
        List<Expr.Entry> entries = new ArrayList<>();
        while (more(TokenKind.RIGHT_BRACE, entries.isEmpty())) {
            boolean optional = builder.optional(accept(TokenKind.QUESTION));
            Expr key = expression();
            Token colon = take(TokenKind.COLON);
            entries.add(builder.entry(colon, key, expression(), optional));
        }
        return builder.map(open, entries);
    }

    private Expr struct(String type, Token open) throws Unexpected, TooDeep {
        List<Expr.Field> fields = new ArrayList<>();
        Token first = peek();
        while (more(TokenKind.RIGHT_BRACE, fields.isEmpty())) {
            boolean optional = builder.optional(accept(TokenKind.QUESTION));
            Token name = fieldName();
            Token colon = take(TokenKind.COLON);
            fields.add(builder.structField(first, colon, name, expression(), optional));
        }
        return builder.struct(open, type, fields);
    }

    /** Whether another element comes before the closing sign; a comma may stand before it, even where nothing else does. */
    private boolean more(TokenKind close, boolean first) throws Unexpected {
        @Nullable Token comma = accept(TokenKind.COMMA);
        if (accept(close) != null) {
            return false;
        }
        if (first == (comma != null)) {
            throw new Unexpected();
        }
        return true;
    }

    private static int deeper(int depth) throws TooDeep {
        if (depth >= DEEPEST) {
            throw new TooDeep();
        }
        return depth + 1;
    }

    private static boolean isNumber(TokenKind kind) {
        return kind == TokenKind.NUM_INT || kind == TokenKind.NUM_FLOAT;
    }

    private Token peek() {
        return peek(0);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private Token advance() {
        Token token = peek();
        at++;
        return token;
    }

    private @Nullable Token accept(TokenKind kind) {
        return peek().kind() == kind ? advance() : null;
    }

    private Token take(TokenKind kind) throws Unexpected {
        @Nullable Token token = accept(kind);
        if (token == null) {
            throw new Unexpected();
        }
        return token;
    }
}
