package dev.drydock.helm.template;

import dev.drydock.yaml.GoQuote;
import java.util.Locale;
import java.util.Map;

/** Cuts a template into tokens (text/template/parse/lex.go). */
final class Lexer {

    private static final int EOF = -1;
    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
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

    private String input;
    private int pos;
    private int start;
    private boolean atEnd;
    private int parentheses;
    private int line = 1;
    private int startLine = 1;
    private boolean inAction;

    Lexer(String input) {
        this.input = input;
    }

    Item next() {
        return inAction ? action() : text();
    }

    // characters

    private int read() {
        if (pos >= input.length()) {
            atEnd = true;
            return EOF;
        }
        int c = input.codePointAt(pos);
        pos += Character.charCount(c);
        line += c == '\n' ? 1 : 0;
        return c;
    }

    private void backup() {
        if (!atEnd && pos > 0) {
            int c = input.codePointBefore(pos);
            pos -= Character.charCount(c);
            line -= c == '\n' ? 1 : 0;
        }
    }

    private int peek() {
        int c = read();
        backup();
        return c;
    }

    private boolean accept(String valid) {
        int c = read();
        if (c != EOF && valid.indexOf(c) >= 0) {
            return true;
        }
        backup();
        return false;
    }

    private void acceptRun(String valid) {
        int c = read();
        while (c != EOF && valid.indexOf(c) >= 0) {
            c = read();
        }
        backup();
    }

    // tokens

    private Item emit(Item.Type type) {
        Item item = new Item(type, start, input.substring(start, pos), startLine);
        start = pos;
        startLine = line;
        return item;
    }

    private void ignore() {
        line += newLines(start, pos);
        start = pos;
        startLine = line;
    }

    private int newLines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += input.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    private Item error(String message) {
        Item item = new Item(Item.Type.ERROR, start, message, startLine);
        start = 0;
        pos = 0;
        input = "";
        inAction = false;
        return item;
    }

    // states

    private Item text() {
        while (true) {
            int open = input.indexOf(LEFT, pos);
            if (open < 0) {
                pos = input.length();
                if (pos > start) {
                    line += newLines(start, pos);
                    return emit(Item.Type.TEXT);
                }
                return emit(Item.Type.EOF);
            }
            if (open > pos) {
                pos = open;
                int end = open;
                if (trimsLeft(open + LEFT.length())) {
                    while (end > start && isSpace(input.charAt(end - 1))) {
                        end--;
                    }
                }
                pos = end;
                line += newLines(start, pos);
                Item item = emit(Item.Type.TEXT);
                pos = open;
                ignore();
                if (!item.text().isEmpty()) {
                    return item;
                }
            }
            boolean trim = trimsLeft(pos + LEFT.length());
            int after = pos + LEFT.length() + (trim ? 2 : 0);
            if (!input.startsWith("/*", after)) {
                return leftDelim(trim);
            }
            pos = after;
            ignore();
            int close = input.indexOf("*/", pos + 2);
            if (close < 0) {
                pos += 2;
                return error("unclosed comment");
            }
            pos = close + 2;
            boolean trimRight = trimsRight(pos) && input.startsWith(RIGHT, pos + 2);
            if (!trimRight && !input.startsWith(RIGHT, pos)) {
                return error("comment ends before closing delimiter");
            }
            pos += RIGHT.length() + (trimRight ? 2 : 0);
            if (trimRight) {
                skipSpace();
            }
            ignore();
        }
    }

    private Item leftDelim(boolean trim) {
        pos += LEFT.length();
        Item item = emit(Item.Type.LEFT_DELIM);
        inAction = true;
        pos += trim ? 2 : 0;
        ignore();
        parentheses = 0;
        return item;
    }

    private Item rightDelim(boolean trim) {
        if (trim) {
            pos += 2;
            ignore();
        }
        pos += RIGHT.length();
        Item item = emit(Item.Type.RIGHT_DELIM);
        if (trim) {
            skipSpace();
            ignore();
        }
        inAction = false;
        return item;
    }

    private void skipSpace() {
        while (pos < input.length() && isSpace(input.charAt(pos))) {
            pos++;
        }
    }

    private boolean trimsLeft(int at) {
        return at + 1 < input.length() && input.charAt(at) == '-' && isSpace(input.charAt(at + 1));
    }

    private boolean trimsRight(int at) {
        return at + 1 < input.length() && isSpace(input.charAt(at)) && input.charAt(at + 1) == '-';
    }

    private Item action() {
        boolean trim = trimsRight(pos) && input.startsWith(RIGHT, pos + 2);
        if (trim || input.startsWith(RIGHT, pos)) {
            return parentheses == 0 ? rightDelim(trim) : error("unclosed left paren");
        }
        int c = read();
        return switch (c) {
            case EOF -> error("unclosed action");
            case ' ', '\t', '\r', '\n' -> {
                backup();
                yield space();
            }
            case '=' -> emit(Item.Type.ASSIGN);
            case ':' -> read() == '=' ? emit(Item.Type.DECLARE) : error("expected :=");
            case '|' -> emit(Item.Type.PIPE);
            case '"' -> quoted('"', Item.Type.STRING, "unterminated quoted string");
            case '`' -> raw();
            case '$' -> atTerminator() ? emit(Item.Type.VARIABLE) : fieldOrVariable(Item.Type.VARIABLE);
            case '\'' -> quoted('\'', Item.Type.CHAR_CONSTANT, "unterminated character constant");
            case '(' -> {
                parentheses++;
                yield emit(Item.Type.LEFT_PAREN);
            }
            case ')' -> {
                parentheses--;
                yield parentheses < 0 ? error("unexpected right paren") : emit(Item.Type.RIGHT_PAREN);
            }
            default -> other(c);
        };
    }

    private Item other(int c) {
        boolean digitNext = pos < input.length() && input.charAt(pos) >= '0' && input.charAt(pos) <= '9';
        if (c == '.' && pos < input.length() && !digitNext) {
            return fieldOrVariable(Item.Type.FIELD);
        }
        if (c == '.' || c == '+' || c == '-' || (c >= '0' && c <= '9')) {
            backup();
            return number();
        }
        if (isAlphaNumeric(c)) {
            backup();
            return identifier();
        }
        return c < 0x80 && GoQuote.isPrintable(c)
                ? emit(Item.Type.CHAR)
                : error("unrecognized character in action: " + unicode(c));
    }

    private Item space() {
        int count = 0;
        while (isSpace(peek())) {
            read();
            count++;
        }
        if (trimsRight(pos - 1) && input.startsWith(RIGHT, pos + 1)) {
            backup();
            if (count == 1) {
                return rightDelim(true);
            }
        }
        return emit(Item.Type.SPACE);
    }

    private Item identifier() {
        int c = read();
        while (isAlphaNumeric(c)) {
            c = read();
        }
        backup();
        String word = input.substring(start, pos);
        if (!atTerminator()) {
            return error("bad character " + unicode(c));
        }
        Item.Type keyword = KEYWORDS.get(word);
        if (keyword != null) {
            return emit(keyword);
        }
        return emit(word.equals("true") || word.equals("false") ? Item.Type.BOOL : Item.Type.IDENTIFIER);
    }

    private Item fieldOrVariable(Item.Type type) {
        if (atTerminator()) {
            return emit(type == Item.Type.VARIABLE ? type : Item.Type.DOT);
        }
        int c = read();
        while (isAlphaNumeric(c)) {
            c = read();
        }
        backup();
        return atTerminator() ? emit(type) : error("bad character " + unicode(c));
    }

    private boolean atTerminator() {
        int c = peek();
        return isSpace(c) || c == EOF || ".,|:)(".indexOf(c) >= 0 || input.startsWith(RIGHT, pos);
    }

    private Item quoted(char quote, Item.Type type, String problem) {
        while (true) {
            int c = read();
            if (c == '\\') {
                c = read();
                if (c != EOF && c != '\n') {
                    continue;
                }
            }
            if (c == EOF || c == '\n') {
                return error(problem);
            }
            if (c == quote) {
                return emit(type);
            }
        }
    }

    private Item raw() {
        int c = read();
        while (c != '`') {
            if (c == EOF) {
                return error("unterminated raw quoted string");
            }
            c = read();
        }
        return emit(Item.Type.RAW_STRING);
    }

    private Item number() {
        if (!scanNumber()) {
            return error("bad number syntax: " + GoQuote.quote(input.substring(start, pos)));
        }
        int sign = peek();
        if (sign == '+' || sign == '-') {
            if (!scanNumber() || input.charAt(pos - 1) != 'i') {
                return error("bad number syntax: " + GoQuote.quote(input.substring(start, pos)));
            }
            return emit(Item.Type.COMPLEX);
        }
        return emit(Item.Type.NUMBER);
    }

    private boolean scanNumber() {
        accept("+-");
        String digits = "0123456789_";
        if (accept("0")) {
            if (accept("xX")) {
                digits = "0123456789abcdefABCDEF_";
            } else if (accept("oO")) {
                digits = "01234567_";
            } else if (accept("bB")) {
                digits = "01_";
            }
        }
        acceptRun(digits);
        if (accept(".")) {
            acceptRun(digits);
        }
        if (digits.length() == 11 && accept("eE")) {
            accept("+-");
            acceptRun("0123456789_");
        }
        if (digits.length() == 23 && accept("pP")) {
            accept("+-");
            acceptRun("0123456789_");
        }
        accept("i");
        if (isAlphaNumeric(peek())) {
            read();
            return false;
        }
        return true;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isAlphaNumeric(int c) {
        return c != EOF && (c == '_' || Character.isLetter(c) || Character.isDigit(c));
    }

    /** The character as {@code %#U} prints it. */
    private static String unicode(int c) {
        if (c == EOF) {
            return "U+FFFFFFFFFFFFFFFF";
        }
        String number = String.format(Locale.ROOT, "U+%04X", c);
        return GoQuote.isPrintable(c) ? number + " '" + Character.toString(c) + "'" : number;
    }
}
