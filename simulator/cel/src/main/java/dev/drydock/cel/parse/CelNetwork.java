package dev.drydock.cel.parse;

import static dev.drydock.cel.parse.Network.choice;
import static dev.drydock.cel.parse.Network.many;
import static dev.drydock.cel.parse.Network.option;
import static dev.drydock.cel.parse.Network.sequence;
import static dev.drydock.cel.parse.Network.some;
import static dev.drydock.cel.parse.Network.token;
import static dev.drydock.cel.parse.Network.weakly;
import static dev.drydock.cel.parse.TokenKind.AND;
import static dev.drydock.cel.parse.TokenKind.BYTES;
import static dev.drydock.cel.parse.TokenKind.COLON;
import static dev.drydock.cel.parse.TokenKind.COMMA;
import static dev.drydock.cel.parse.TokenKind.DOT;
import static dev.drydock.cel.parse.TokenKind.END;
import static dev.drydock.cel.parse.TokenKind.EQUALS;
import static dev.drydock.cel.parse.TokenKind.ESC_IDENTIFIER;
import static dev.drydock.cel.parse.TokenKind.FALSE;
import static dev.drydock.cel.parse.TokenKind.GREATER;
import static dev.drydock.cel.parse.TokenKind.GREATER_EQUALS;
import static dev.drydock.cel.parse.TokenKind.IDENTIFIER;
import static dev.drydock.cel.parse.TokenKind.IN;
import static dev.drydock.cel.parse.TokenKind.LEFT_BRACE;
import static dev.drydock.cel.parse.TokenKind.LEFT_BRACKET;
import static dev.drydock.cel.parse.TokenKind.LEFT_PARENTHESIS;
import static dev.drydock.cel.parse.TokenKind.LESS;
import static dev.drydock.cel.parse.TokenKind.LESS_EQUALS;
import static dev.drydock.cel.parse.TokenKind.MINUS;
import static dev.drydock.cel.parse.TokenKind.NOT;
import static dev.drydock.cel.parse.TokenKind.NOT_EQUALS;
import static dev.drydock.cel.parse.TokenKind.NULL;
import static dev.drydock.cel.parse.TokenKind.NUM_FLOAT;
import static dev.drydock.cel.parse.TokenKind.NUM_INT;
import static dev.drydock.cel.parse.TokenKind.NUM_UINT;
import static dev.drydock.cel.parse.TokenKind.OR;
import static dev.drydock.cel.parse.TokenKind.PERCENT;
import static dev.drydock.cel.parse.TokenKind.PLUS;
import static dev.drydock.cel.parse.TokenKind.QUESTION;
import static dev.drydock.cel.parse.TokenKind.RIGHT_BRACE;
import static dev.drydock.cel.parse.TokenKind.RIGHT_BRACKET;
import static dev.drydock.cel.parse.TokenKind.RIGHT_PARENTHESIS;
import static dev.drydock.cel.parse.TokenKind.SLASH;
import static dev.drydock.cel.parse.TokenKind.STAR;
import static dev.drydock.cel.parse.TokenKind.STRING;
import static dev.drydock.cel.parse.TokenKind.TRUE;

import dev.drydock.cel.parse.Network.Part;
import dev.drydock.cel.parse.Network.Rule;

/** The language's grammar as ANTLR sees it (cel-go, parser/gen/CEL.g4): the same rules in the same shape. */
final class CelNetwork {

    private CelNetwork() {}

    /** The rule that a whole expression is. */
    static Rule start() {
        Network grammar = new Network();
        Part expr = grammar.call("expr");
        grammar.define("start", sequence(expr, token(END)));
        grammar.define(
                "expr",
                sequence(
                        grammar.call("or"), option(sequence(token(QUESTION), grammar.call("or"), token(COLON), expr))));
        grammar.define("or", sequence(grammar.call("and"), many(true, sequence(token(OR), grammar.call("and")))));
        grammar.define(
                "and", sequence(grammar.call("relation"), many(true, sequence(token(AND), grammar.call("relation")))));
        Part relations = token(LESS, LESS_EQUALS, GREATER_EQUALS, GREATER, EQUALS, NOT_EQUALS, IN);
        grammar.defineLeftRecursive(
                "relation", grammar.call("calc"), sequence(weakly(1), relations, grammar.call("relation", 2)));
        grammar.defineLeftRecursive(
                "calc",
                grammar.call("unary"),
                sequence(weakly(2), token(STAR, SLASH, PERCENT), grammar.call("calc", 3)),
                sequence(weakly(1), token(PLUS, MINUS), grammar.call("calc", 2)));
        grammar.define(
                "unary",
                choice(
                        false,
                        grammar.call("member"),
                        sequence(some(true, token(NOT)), grammar.call("member")),
                        sequence(some(false, token(MINUS)), grammar.call("member"))));
        members(grammar, expr);
        collections(grammar, expr);
        grammar.define(
                "literal",
                choice(
                        false,
                        sequence(option(token(MINUS)), token(NUM_INT)),
                        token(NUM_UINT),
                        sequence(option(token(MINUS)), token(NUM_FLOAT)),
                        token(STRING),
                        token(BYTES),
                        token(TRUE),
                        token(FALSE),
                        token(NULL)));
        return grammar.rule("start");
    }

    private static void members(Network grammar, Part expr) {
        Part arguments = sequence(token(LEFT_PARENTHESIS), option(grammar.call("exprList")), token(RIGHT_PARENTHESIS));
        grammar.defineLeftRecursive(
                "member",
                grammar.call("primary"),
                sequence(weakly(3), token(DOT), option(token(QUESTION)), grammar.call("escapeIdent")),
                sequence(weakly(2), token(DOT), token(IDENTIFIER), arguments),
                sequence(weakly(1), token(LEFT_BRACKET), option(token(QUESTION)), expr, token(RIGHT_BRACKET)));
        grammar.define(
                "primary",
                choice(
                        false,
                        sequence(option(token(DOT)), token(IDENTIFIER)),
                        sequence(option(token(DOT)), token(IDENTIFIER), arguments),
                        sequence(token(LEFT_PARENTHESIS), expr, token(RIGHT_PARENTHESIS)),
                        sequence(
                                token(LEFT_BRACKET),
                                option(grammar.call("listInit")),
                                option(token(COMMA)),
                                token(RIGHT_BRACKET)),
                        sequence(
                                token(LEFT_BRACE),
                                option(grammar.call("mapInit")),
                                option(token(COMMA)),
                                token(RIGHT_BRACE)),
                        sequence(
                                option(token(DOT)),
                                token(IDENTIFIER),
                                many(true, sequence(token(DOT), token(IDENTIFIER))),
                                token(LEFT_BRACE),
                                option(grammar.call("fieldInit")),
                                option(token(COMMA)),
                                token(RIGHT_BRACE)),
                        grammar.call("literal")));
        grammar.define("escapeIdent", choice(true, token(IDENTIFIER), token(ESC_IDENTIFIER)));
    }

    private static void collections(Network grammar, Part expr) {
        grammar.define("exprList", sequence(expr, many(true, sequence(token(COMMA), expr))));
        Part element = grammar.call("optExpr");
        grammar.define("listInit", sequence(element, many(false, sequence(token(COMMA), element))));
        Part field = sequence(grammar.call("optField"), token(COLON), expr);
        grammar.define("fieldInit", sequence(field, many(false, sequence(token(COMMA), field))));
        grammar.define("optField", sequence(option(token(QUESTION)), grammar.call("escapeIdent")));
        Part entry = sequence(element, token(COLON), expr);
        grammar.define("mapInit", sequence(entry, many(false, sequence(token(COMMA), entry))));
        grammar.define("optExpr", sequence(option(token(QUESTION)), expr));
    }
}
