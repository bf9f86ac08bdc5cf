package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a source into tokens as ANTLR's lexer does with cel-go's grammar: the longest match wins, what starts no token is
 * reported up to the character at which all hope was lost, and that character is skipped.
 */
final class Lexer {

    private static final Map<String, TokenKind> WORDS =
            Map.of("in", TokenKind.IN, "true", TokenKind.TRUE, "false", TokenKind.FALSE, "null", TokenKind.NULL);
    private static final TokenKind[] SIGNS = {
        TokenKind.EQUALS, TokenKind.NOT_EQUALS, TokenKind.LESS_EQUALS, TokenKind.GREATER_EQUALS,
        TokenKind.AND, TokenKind.OR, TokenKind.LESS, TokenKind.GREATER,
        TokenKind.LEFT_BRACKET, TokenKind.RIGHT_BRACKET, TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE,
        TokenKind.LEFT_PARENTHESIS, TokenKind.RIGHT_PARENTHESIS, TokenKind.DOT, TokenKind.COMMA,
        TokenKind.MINUS, TokenKind.NOT, TokenKind.QUESTION, TokenKind.COLON,
        TokenKind.PLUS, TokenKind.STAR, TokenKind.SLASH, TokenKind.PERCENT
    };
    private static final int NONE = -1;

    private final Source source;
    private final List<Issue> issues;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    /** The offset at which the attempt that went furthest failed. */
    private int furthest;

    private Lexer(Source source, List<Issue> issues) {
        this.source = source;
        this.issues = issues;
    }

    /** The tokens of a source, the last of kind END; what is no token is added to the issues. */
    static List<Token> tokens(Source source, List<Issue> issues) {
        Lexer lexer = new Lexer(source, issues);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(TokenKind.END, source.length(), source.length(), "<EOF>"));
        return lexer.tokens;
    }

    private void next() {
        int c = source.at(at);
        if (isSpace(c)) {
            at++;
            return;
        }
        if (c == '/' && source.at(at + 1) == '/') {
            while (at < source.length() && source.at(at) != '\n') {
                at++;
            }
            return;
        }
        furthest = at;
        if (!string() && !name() && !number() && !quotedName() && !sign()) {
            issues.add(Issue.at(
                    source, at, "Syntax error: token recognition error at: '" + source.slice(at, furthest + 1) + "'"));
            at = furthest + 1;
        }
    }

    private boolean name() {
        int end = at;
        if (!isNameStart(source.at(end))) {
            return false;
        }
        while (isNameStart(source.at(end)) || isDigit(source.at(end))) {
            end++;
        }
        return add(WORDS.getOrDefault(source.slice(at, end), TokenKind.IDENTIFIER), end);
    }

    private boolean quotedName() {
        if (source.at(at) != '`') {
            return false;
        }
        int end = at + 1;
        while (isQuotedNamePart(source.at(end))) {
            end++;
        }
        if (end == at + 1 || source.at(end) != '`') {
            furthest = Math.max(furthest, end);
            return false;
        }
        return add(TokenKind.ESC_IDENTIFIER, end + 1);
    }

    private boolean number() {
        int digits = digits(at);
        if (source.at(at) == '0' && source.at(at + 1) == 'x' && isHex(source.at(at + 2))) {
            int end = at + 2;
            while (isHex(source.at(end))) {
                end++;
            }
            return (source.at(end) == 'u' || source.at(end) == 'U')
                    ? add(TokenKind.NUM_UINT, end + 1)
                    : add(TokenKind.NUM_INT, end);
        }
        if (source.at(digits) == '.' && isDigit(source.at(digits + 1))) {
            int fraction = digits(digits + 1);
            return add(TokenKind.NUM_FLOAT, Math.max(fraction, exponent(fraction)));
        }
        if (digits == at) {
            return false;
        }
        if (exponent(digits) != NONE) {
            return add(TokenKind.NUM_FLOAT, exponent(digits));
        }
        return (source.at(digits) == 'u' || source.at(digits) == 'U')
                ? add(TokenKind.NUM_UINT, digits + 1)
                : add(TokenKind.NUM_INT, digits);
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(source.at(end))) {
            end++;
        }
        return end;
    }

    private int exponent(int from) {
        int end = from;
        if (source.at(end) != 'e' && source.at(end) != 'E') {
            return NONE;
        }
        end++;
        if (source.at(end) == '+' || source.at(end) == '-') {
            end++;
        }
        int digits = digits(end);
        return digits == end ? NONE : digits;
    }

    private boolean sign() {
        for (TokenKind kind : SIGNS) {
            String text = kind.text();
            if (source.at(at) == text.charAt(0) && (text.length() == 1 || source.at(at + 1) == text.charAt(1))) {
                return add(kind, at + text.length());
            }
        }
        int c = source.at(at);
        if (c == '&' || c == '|' || c == '=') {
            furthest = Math.max(furthest, at + 1);
        }
        return false;
    }

    private boolean string() {
        int c = source.at(at);
        boolean bytes = c == 'b' || c == 'B';
        int quote = bytes ? at + 1 : at;
        boolean raw = source.at(quote) == 'r' || source.at(quote) == 'R';
        int end = quoted(raw ? quote + 1 : quote, raw);
        return end != NONE && add(bytes ? TokenKind.BYTES : TokenKind.STRING, end);
    }

    /** The end of the longest quoted text that starts here, or NONE. */
    private int quoted(int from, boolean raw) {
        int mark = source.at(from);
        if (mark != '"' && mark != '\'') {
            return NONE;
        }
        int end = NONE;
        if (source.at(from + 1) == mark && source.at(from + 2) == mark) {
            end = body(from + 3, mark, raw, true);
        }
        return Math.max(end, body(from + 1, mark, raw, false));
    }

    private int body(int from, int mark, boolean raw, boolean triple) {
        int end = from;
        while (end < source.length()) {
            int c = source.at(end);
            if (c == mark && (!triple || (source.at(end + 1) == mark && source.at(end + 2) == mark))) {
                return triple ? end + 3 : end + 1;
            }
            if (!triple && (c == '\n' || c == '\r')) {
                break;
            }
            if (c == '\\' && !raw) {
                int escaped = escape(end);
                if (escaped == NONE) {
                    return NONE;
                }
                end = escaped;
            } else {
                end++;
            }
        }
        furthest = Math.max(furthest, end);
        return NONE;
    }

    /** The end of the escape sequence that starts here, or NONE. */
    private int escape(int from) {
        int c = source.at(from + 1);
        int digits = switch (c) {
            case 'a', 'b', 'f', 'n', 'r', 't', 'v', '"', '\'', '\\', '?', '`' -> 0;
            case 'x', 'X' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            case '0', '1', '2', '3' -> -2;
            default -> NONE;
        };
        if (digits == NONE) {
            furthest = Math.max(furthest, from + 1);
            return NONE;
        }
        for (int i = 0; i < Math.abs(digits); i++) {
            int digit = source.at(from + 2 + i);
            if (digits > 0 ? !isHex(digit) : digit < '0' || digit > '7') {
                furthest = Math.max(furthest, from + 2 + i);
                return NONE;
            }
        }
        return from + 2 + Math.abs(digits);
    }

    private boolean add(TokenKind kind, int end) {
        tokens.add(new Token(kind, at, end, source.slice(at, end)));
        at = end;
        return true;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isNameStart(int c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isQuotedNamePart(int c) {
        return isNameStart(c) || isDigit(c) || c == '.' || c == '-' || c == '/' || c == ' ';
    }
}
