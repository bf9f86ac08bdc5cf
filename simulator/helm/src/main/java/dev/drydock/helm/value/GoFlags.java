package dev.drydock.helm.value;

/** The flags of one directive of a format. */
final class GoFlags {

    boolean minus;
    boolean plus;
    boolean sharp;
    boolean space;
    boolean zero;
    boolean plusV;
    boolean sharpV;
    boolean hasWidth;
    boolean hasPrecision;
    int width;
    int precision;

    boolean read(char c) {
        switch (c) {
            case '#' -> sharp = true;
            case '0' -> zero = true;
            case '+' -> plus = true;
            case '-' -> minus = true;
            case ' ' -> space = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    void width(int number) {
        hasWidth = true;
        width = number;
    }

    void precision(int number) {
        hasPrecision = true;
        precision = number;
    }

    /** {@code %#v} and {@code %+v} mean something else than those flags of other verbs. */
    void forVerb(int verb) {
        if (verb == 'v') {
            sharpV = sharp;
            sharp = false;
            plusV = plus;
            plus = false;
        }
    }

    /** The text in the field's width. */
    String pad(String text) {
        int length = text.codePointCount(0, text.length());
        if (!hasWidth || length >= width) {
            return text;
        }
        String fill = (zero && !minus ? "0" : " ").repeat(width - length);
        return minus ? text + fill : fill + text;
    }

    /** The text in the field's width, never filled with zeros. */
    String padBlank(String text) {
        boolean before = zero;
        zero = false;
        String padded = pad(text);
        zero = before;
        return padded;
    }
}
