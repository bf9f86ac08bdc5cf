package dev.drydock.yaml;

/** The text that is written, with what must be known about its end to place the next blank or line break. */
final class EmitterOutput {

    private final StringBuilder text = new StringBuilder();
    private int column;
    private boolean whitespace = true;
    private boolean indentation = true;

    int column() {
        return column;
    }

    /** Whether only indentation and block indicators stand on this line so far. */
    boolean atIndentation() {
        return indentation;
    }

    boolean atWhitespace() {
        return whitespace;
    }

    /** Begins a line at a column, unless nothing but indentation stands on this one. */
    void indentTo(int indent) {
        if (!indentation || column > indent || (column == indent && !whitespace)) {
            lineBreak();
        }
        while (column < indent) {
            put(' ');
        }
        whitespace = true;
        indentation = true;
    }

    void indicator(String indicator, boolean blankBefore, boolean isWhitespace, boolean isIndentation) {
        if (blankBefore && !whitespace) {
            put(' ');
        }
        text.append(indicator);
        column += indicator.length();
        whitespace = isWhitespace;
        indentation &= isIndentation;
    }

    void put(char c) {
        text.append(c);
        column++;
    }

    void put(String s) {
        text.append(s);
        column += s.length();
    }

    void lineBreak() {
        text.append('\n');
        column = 0;
    }

    /** A line break of the content: written as it is. */
    void contentBreak(char c) {
        text.append(c);
        column = 0;
        indentation = true;
    }

    void mark(boolean isWhitespace, boolean isIndentation) {
        whitespace = isWhitespace;
        indentation = isIndentation;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
