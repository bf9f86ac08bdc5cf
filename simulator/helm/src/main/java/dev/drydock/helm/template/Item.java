package dev.drydock.helm.template;

import dev.drydock.yaml.GoQuote;

/**
 * A token.
 *
 * @param type what it is
 * @param position where it starts in the text
 * @param text its text, or the error
 * @param line line of its start, from 1
 */
record Item(Type type, int position, String text, int line) {

    enum Type {
        ERROR,
        BOOL,
        CHAR,
        CHAR_CONSTANT,
        COMPLEX,
        ASSIGN,
        DECLARE,
        EOF,
        FIELD,
        IDENTIFIER,
        LEFT_DELIM,
        LEFT_PAREN,
        NUMBER,
        PIPE,
        RAW_STRING,
        RIGHT_DELIM,
        RIGHT_PAREN,
        SPACE,
        STRING,
        TEXT,
        VARIABLE,
        BLOCK,
        BREAK,
        CONTINUE,
        DOT,
        DEFINE,
        ELSE,
        END,
        IF,
        NIL,
        RANGE,
        TEMPLATE,
        WITH;

        boolean isKeyword() {
            return compareTo(VARIABLE) > 0;
        }
    }

    boolean is(Type other) {
        return type == other;
    }

    /** As messages show it. */
    String shown() {
        if (type == Type.EOF) {
            return "EOF";
        }
        if (type == Type.ERROR) {
            return text;
        }
        if (type.isKeyword()) {
            return "<" + text + ">";
        }
        int length = text.codePointCount(0, text.length());
        return dev.drydock.helm.value.GoString.length(text) > 10
                ? GoQuote.quote(length > 10 ? text.substring(0, text.offsetByCodePoints(0, 10)) : text) + "..."
                : GoQuote.quote(text);
    }
}
