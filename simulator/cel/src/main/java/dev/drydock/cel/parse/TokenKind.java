package dev.drydock.cel.parse;

/** The kinds of tokens in the order of cel-go's grammar (parser/gen/CEL.g4), in which messages list them. */
enum TokenKind {
    EQUALS("=="),
    NOT_EQUALS("!="),
    IN("in"),
    LESS("<"),
    LESS_EQUALS("<="),
    GREATER_EQUALS(">="),
    GREATER(">"),
    AND("&&"),
    OR("||"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_PARENTHESIS("("),
    RIGHT_PARENTHESIS(")"),
    DOT("."),
    COMMA(","),
    MINUS("-"),
    NOT("!"),
    QUESTION("?"),
    COLON(":"),
    PLUS("+"),
    STAR("*"),
    SLASH("/"),
    PERCENT("%"),
    TRUE("true"),
    FALSE("false"),
    NULL("null"),
    NUM_FLOAT(""),
    NUM_INT(""),
    NUM_UINT(""),
    STRING(""),
    BYTES(""),
    IDENTIFIER(""),
    ESC_IDENTIFIER(""),
    END("");

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** The text of a token that is always written alike, else empty. */
    String text() {
        return text;
    }

    /** How messages name the kind. */
    String display() {
        if (this == END) {
            return "<EOF>";
        }
        return text.isEmpty() ? name() : "'" + text + "'";
    }
}
