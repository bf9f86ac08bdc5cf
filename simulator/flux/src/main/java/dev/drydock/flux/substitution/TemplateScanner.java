package dev.drydock.flux.substitution;

/**
 * Cuts a template into tokens (envsubst/parse/scan.go). What counts as part of an identifier, and which tokens are looked
 * for, is set by the parser before each token.
 */
final class TemplateScanner {

    /** Kinds of tokens. */
    enum Token {
        ILLEGAL,
        END,
        IDENTIFIER,
        OPEN,
        CLOSE
    }

    /** Whether a character belongs to an identifier, given the number of bytes with it. */
    interface Accept {
        boolean test(int character, int bytes);
    }

    static final int IDENTIFIER = 1;
    static final int OPEN = 2;
    static final int CLOSE = 4;
    static final int ESCAPE = 8;

    private final String bytes;
    private final StringBuilder token = new StringBuilder();
    private int position;
    private int mode;
    private boolean backslashEscapes;
    private Accept accept = (character, count) -> true;

    TemplateScanner(String bytes) {
        this.bytes = bytes;
    }

    void expect(Accept identifier, int modes) {
        accept = identifier;
        mode = modes;
    }

    void expectClose() {
        mode = CLOSE;
    }

    void escapeBackslashes(boolean escape) {
        backslashEscapes = escape;
    }

    /** The text of the last identifier, without escaping characters. */
    String text() {
        return token.toString();
    }

    /** The next byte as a character, zero at the end. */
    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        int at = position + ahead;
        return at < bytes.length() ? bytes.charAt(at) : 0;
    }

    Token scan() {
        token.setLength(0);
        if (peek() == 0) {
            return Token.END;
        }
        if (atOpen()) {
            position += 2;
            return Token.OPEN;
        }
        if ((mode & CLOSE) != 0 && peek() == '}') {
            position++;
            return Token.CLOSE;
        }
        return (mode & IDENTIFIER) != 0 && identifier() ? Token.IDENTIFIER : consumeIllegal();
    }

    private Token consumeIllegal() {
        position++;
        return Token.ILLEGAL;
    }

    private boolean identifier() {
        while (peek() != 0 && !(token.length() > 0 && atOpen())) {
            if (atEscape()) {
                token.append(bytes.charAt(position + 1));
                position += 2;
                continue;
            }
            int width = ByteText.width(bytes, position);
            if (!accept.test(ByteText.codePoint(bytes, position), token.length() + width)) {
                break;
            }
            token.append(bytes, position, position + width);
            position += width;
        }
        return token.length() > 0;
    }

    private boolean atOpen() {
        return (mode & OPEN) != 0 && peek() == '$' && peek(1) == '{';
    }

    private boolean atEscape() {
        if ((mode & ESCAPE) == 0) {
            return false;
        }
        if (peek() == '$') {
            return peek(1) == '$';
        }
        return backslashEscapes && peek() == '\\' && (peek(1) == '/' || peek(1) == '\\');
    }
}
