package dev.drydock.helm.template;

import dev.drydock.yaml.GoQuote;
import java.util.Locale;
import java.util.Map;

/** Cuts the inside of actions, up to and with the right delimiter, into tokens (lexInsideAction of lex.go). */
final class ActionLexer {

    private static final Map<String, Item.Type> KEYWORDS = Map.ofEntries(
            Map.entry(".", Item.Type.DOT),
            Map.entry("block", Item.Type.BLOCK),
            Map.entry("break", Item.Type.BREAK),
            Map.entry("continue", Item.Type.CONTINUE),
            Map.entry("define", Item.Type.DEFINE),
            Map.entry("else", Item.Type.ELSE),
            Map.entry("end", Item.Type.END),
            Map.entry("if", Item.Type.IF),
            Map.entry("range", Item.Type.RANGE),
            Map.entry("nil", Item.Type.NIL),
            Map.entry("template", Item.Type.TEMPLATE),
            Map.entry("with", Item.Type.WITH));

    private final Cursor cursor;
    private final NumberLexer numbers;
    private int parentheses;

    ActionLexer(Cursor cursor) {
        this.cursor = cursor;
        this.numbers = new NumberLexer(cursor);
    }

    Item next() {
        boolean trim = Delimiters.trimsRight(cursor, 0);
        if (trim || cursor.startsWith(Delimiters.RIGHT, 0)) {
            return parentheses == 0 ? rightDelim(trim) : cursor.error("unclosed left paren");
        }
        int c = cursor.read();
        return switch (c) {
            case Cursor.EOF -> cursor.error("unclosed action");
            case ' ', '\t', '\r', '\n' -> {
                cursor.backup();
                yield space();
            }
            case '=' -> cursor.emit(Item.Type.ASSIGN);
            case ':' -> cursor.read() == '=' ? cursor.emit(Item.Type.DECLARE) : cursor.error("expected :=");
            case '|' -> cursor.emit(Item.Type.PIPE);
            case '"' -> quoted('"', Item.Type.STRING, "unterminated quoted string");
            case '`' -> raw();
            case '$' -> fieldOrVariable(Item.Type.VARIABLE);
            case '\'' -> quoted('\'', Item.Type.CHAR_CONSTANT, "unterminated character constant");
            case '(' -> {
                parentheses++;
                yield cursor.emit(Item.Type.LEFT_PAREN);
            }
            case ')' -> {
                parentheses--;
                yield parentheses < 0 ? cursor.error("unexpected right paren") : cursor.emit(Item.Type.RIGHT_PAREN);
            }
            default -> other(c);
        };
    }

    private Item other(int c) {
        if (c == '.' && cursor.ahead(0) != Cursor.EOF && !isDigit(cursor.ahead(0))) {
            return fieldOrVariable(Item.Type.FIELD);
        }
        if (c == '.' || c == '+' || c == '-' || isDigit(c)) {
            cursor.backup();
            return numbers.next();
        }
        if (isAlphaNumeric(c)) {
            cursor.backup();
            return identifier();
        }
        return c < 0x80 && GoQuote.isPrintable(c)
                ? cursor.emit(Item.Type.CHAR)
                : cursor.error("unrecognized character in action: " + unicode(c));
    }

    private Item space() {
        int count = 0;
        while (Cursor.isSpace(cursor.peek())) {
            cursor.read();
            count++;
        }
        if (Delimiters.trimsRight(cursor, -1)) {
            // the last space belongs to the delimiter
            cursor.backup();
            if (count == 1) {
                return rightDelim(true);
            }
        }
        return cursor.emit(Item.Type.SPACE);
    }

    private Item identifier() {
        int c = passWord();
        String word = cursor.token();
        if (!atTerminator()) {
            return cursor.error("bad character " + unicode(c));
        }
        Item.Type keyword = KEYWORDS.get(word);
        if (keyword != null) {
            return cursor.emit(keyword);
        }
        return cursor.emit(word.equals("true") || word.equals("false") ? Item.Type.BOOL : Item.Type.IDENTIFIER);
    }

    private Item fieldOrVariable(Item.Type type) {
        if (atTerminator()) {
            return cursor.emit(type == Item.Type.VARIABLE ? type : Item.Type.DOT);
        }
        int c = passWord();
        return atTerminator() ? cursor.emit(type) : cursor.error("bad character " + unicode(c));
    }

    /** Passes letters and digits; the character behind them, which is not passed. */
    private int passWord() {
        int c = cursor.read();
        while (isAlphaNumeric(c)) {
            c = cursor.read();
        }
        cursor.backup();
        return c;
    }

    private boolean atTerminator() {
        int c = cursor.peek();
        return Cursor.isSpace(c)
                || c == Cursor.EOF
                || ".,|:)(".indexOf(c) >= 0
                || cursor.startsWith(Delimiters.RIGHT, 0);
    }

    private Item quoted(char quote, Item.Type type, String problem) {
        while (true) {
            int c = cursor.read();
            if (c == '\\') {
                c = cursor.read();
                if (c != Cursor.EOF && c != '\n') {
                    continue;
                }
            }
            if (c == Cursor.EOF || c == '\n') {
                return cursor.error(problem);
            }
            if (c == quote) {
                return cursor.emit(type);
            }
        }
    }

    private Item raw() {
        int c = cursor.read();
        while (c != '`') {
            if (c == Cursor.EOF) {
                return cursor.error("unterminated raw quoted string");
            }
            c = cursor.read();
        }
        return cursor.emit(Item.Type.RAW_STRING);
    }

    private Item rightDelim(boolean trim) {
        if (trim) {
            cursor.leap(Delimiters.TRIM_MARKER);
            cursor.ignore();
        }
        cursor.leap(Delimiters.RIGHT.length());
        Item item = cursor.emit(Item.Type.RIGHT_DELIM);
        if (trim) {
            cursor.skipSpace();
            cursor.ignore();
        }
        return item;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAlphaNumeric(int c) {
        return c != Cursor.EOF && (c == '_' || Character.isLetter(c) || Character.isDigit(c));
    }

    /** The character as {@code %#U} prints it. */
    private static String unicode(int c) {
        if (c == Cursor.EOF) {
            return "U+FFFFFFFFFFFFFFFF";
        }
        String number = String.format(Locale.ROOT, "U+%04X", c);
        return GoQuote.isPrintable(c) ? number + " '" + Character.toString(c) + "'" : number;
    }
}
