package dev.drydock.yaml;

/** Walks through a text with line and column; knows the character classes of YAML 1.1. */
final class CharReader {

    private final String text;
    private int at;
    private int line;
    private int column;

    CharReader(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text, i)) {
                int start = text.lastIndexOf('\n', i) + 1;
                int lines = (int)
                        text.substring(0, i).chars().filter(c -> c == '\n').count();
                Token.Mark place = new Token.Mark(i, lines, i - start);
                throw SyntaxProblem.withoutLine("control characters are not allowed", place);
            }
        }
    }

    /** As go-yaml's readerc.go; a lone surrogate cannot come from UTF-8. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if ((c >= 0x20 && c <= 0x7e) || c == '\n' || c == '\r' || c == '\t' || c == 0x85) {
            return true;
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= 0xa0 && c <= 0xfffd;
    }

    Token.Mark mark() {
        return new Token.Mark(at, line, column);
    }

    int index() {
        return at;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The character at this place, NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    void skip() {
        at++;
        column++;
    }

    void skip(int count) {
        at += count;
        column += count;
    }

    /** Goes to the start of the next line when something stands on this one: the end of the text. */
    void closeLine() {
        if (column != 0) {
            column = 0;
            line++;
        }
    }

    void skipByteOrderMark() {
        if (peek() == '\ufeff') {
            at++;
        }
    }

    void read(StringBuilder into) {
        into.append(peek());
        skip();
    }

    /** Steps over a line break and appends it in normal form. */
    void readLine(StringBuilder into) {
        char c = peek();
        if (!isBreak(c)) {
            return;
        }
        into.append(c == '\u2028' || c == '\u2029' ? c : '\n');
        skipLine();
    }

    void skipLine() {
        char c = peek();
        if (isBreak(c)) {
            at += c == '\r' && peek(1) == '\n' ? 2 : 1;
            line++;
            column = 0;
        }
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /** Whether a document indicator ({@code ---} or {@code ...}) stands at the start of this line. */
    boolean atDocumentIndicator() {
        if (column != 0) {
            return false;
        }
        char c = peek();
        return (c == '-' || c == '.') && peek(1) == c && peek(2) == c && isBlankOrEnd(peek(3));
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isBreakOrEnd(char c) {
        return c == 0 || isBreak(c);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBlankOrEnd(char c) {
        return isBlank(c) || isBreakOrEnd(c);
    }

    static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }
}
