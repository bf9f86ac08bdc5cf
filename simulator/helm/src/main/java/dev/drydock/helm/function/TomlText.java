package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;

/** The text of a TOML document, read from left to right, and the errors that name the line and the latest key. */
final class TomlText {

    /** What stands behind the last character. */
    static final int EOF = -1;

    private final String text;
    private String lastKey = "";
    private int at;

    TomlText(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    int peek() {
        return at < text.length() ? text.charAt(at) : EOF;
    }

    int read() {
        int c = peek();
        at++;
        return c;
    }

    /** Passes a word if it stands here. */
    boolean accept(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    /** Passes letters, digits and the given characters, which come back. */
    String readWord(String others) {
        int start = at;
        while (peek() != EOF && (Character.isLetterOrDigit(peek()) || others.indexOf(peek()) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Passes the characters that a name may have without quotes. */
    String readBareName() {
        int start = at;
        while (peek() == '_'
                || peek() == '-'
                || (peek() >= '0' && peek() <= '9')
                || (peek() >= 'A' && peek() <= 'Z')
                || (peek() >= 'a' && peek() <= 'z')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Passes a word and what stands before it, which comes back. */
    String readUpTo(String word) {
        return readUpTo(word, text.indexOf(word, at));
    }

    /** As {@link #readUpTo}, when the word stands in this line. */
    String readLineUpTo(String word) {
        int end = text.indexOf(word, at);
        int line = text.indexOf('\n', at);
        if (line >= 0 && (end < 0 || line < end)) {
            at = line;
            throw error("strings cannot contain newlines");
        }
        return readUpTo(word, end);
    }

    private String readUpTo(String word, int end) {
        if (end < 0) {
            at = text.length();
            throw error("unexpected EOF; expected \"" + word + "\"");
        }
        String before = text.substring(at, end);
        at = end + word.length();
        return before;
    }

    /** That many characters from here, or as many as there are. */
    String ahead(int length) {
        return text.substring(at, Math.min(text.length(), at + length));
    }

    void skip(int length) {
        at += length;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Skips blanks, comments and line ends. */
    void skipSpace() {
        while (true) {
            skipBlanks();
            if (peek() == '#') {
                while (peek() != '\n' && peek() != EOF) {
                    at++;
                }
            } else if (peek() == '\n') {
                at++;
            } else {
                return;
            }
        }
    }

    String lastKey() {
        return lastKey;
    }

    void lastKey(String key) {
        lastKey = key;
    }

    /** The next character as messages show it. */
    String shown() {
        return GoQuote.character(peek() == EOF ? 0 : text.codePointAt(at));
    }

    GoException error(String message) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new GoException(
                "toml: line " + line + (lastKey.isEmpty() ? "" : " (last key \"" + lastKey + "\")") + ": " + message);
    }
}
