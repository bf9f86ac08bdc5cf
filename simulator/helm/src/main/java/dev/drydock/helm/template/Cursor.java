package dev.drydock.helm.template;

/** A place in the text of a template, with the token that ends there and its line (the {@code lexer} struct of lex.go). */
final class Cursor {

    /** What is read behind the last character. */
    static final int EOF = -1;

    private String input;
    private int start;
    private int pos;
    private int startLine = 1;
    private int line = 1;
    private boolean atEnd;

    Cursor(String input) {
        this.input = input;
    }

    int position() {
        return pos;
    }

    int length() {
        return input.length();
    }

    /** The character so many places from here, or {@link #EOF}. */
    int ahead(int offset) {
        int at = pos + offset;
        return at >= 0 && at < input.length() ? input.charAt(at) : EOF;
    }

    /** Whether a word stands so many places from here. */
    boolean startsWith(String word, int offset) {
        return input.startsWith(word, pos + offset);
    }

    /** Where a word stands next, so many places from here or later; below zero when nowhere. */
    int find(String word, int offset) {
        return input.indexOf(word, pos + offset);
    }

    /** The text of the token so far. */
    String token() {
        return input.substring(start, pos);
    }

    // character by character

    int read() {
        if (pos >= input.length()) {
            atEnd = true;
            return EOF;
        }
        int c = input.codePointAt(pos);
        pos += Character.charCount(c);
        line += c == '\n' ? 1 : 0;
        return c;
    }

    void backup() {
        if (!atEnd && pos > 0) {
            int c = input.codePointBefore(pos);
            pos -= Character.charCount(c);
            line -= c == '\n' ? 1 : 0;
        }
    }

    int peek() {
        int c = read();
        backup();
        return c;
    }

    boolean accept(String valid) {
        int c = read();
        if (c != EOF && valid.indexOf(c) >= 0) {
            return true;
        }
        backup();
        return false;
    }

    void acceptRun(String valid) {
        int c = read();
        while (c != EOF && valid.indexOf(c) >= 0) {
            c = read();
        }
        backup();
    }

    // by leaps, which do not count lines until the token is emitted or ignored

    void leap(int characters) {
        pos += characters;
    }

    void skipSpace() {
        while (isSpace(ahead(0))) {
            pos++;
        }
    }

    /** The text that was leapt over, without the space at its end if that is to be trimmed; it may be empty. */
    Item emitText(boolean trimmed) {
        int end = pos;
        while (trimmed && pos > start && isSpace(ahead(-1))) {
            pos--;
        }
        line += newLines();
        Item item = emit(Item.Type.TEXT);
        pos = end;
        ignore();
        return item;
    }

    void ignore() {
        line += newLines();
        start = pos;
        startLine = line;
    }

    private int newLines() {
        return (int) token().chars().filter(c -> c == '\n').count();
    }

    // tokens

    Item emit(Item.Type type) {
        Item item = new Item(type, start, token(), startLine);
        start = pos;
        startLine = line;
        return item;
    }

    /** An error, after which there is nothing left to read. */
    Item error(String message) {
        Item item = new Item(Item.Type.ERROR, start, message, startLine);
        start = 0;
        pos = 0;
        input = "";
        return item;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
