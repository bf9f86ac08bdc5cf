package dev.drydock.helm.template;

/** The delimiters of actions, and the markers beside them that trim the text around. */
final class Delimiters {

    static final String LEFT = "{{";
    static final String RIGHT = "}}";

    /** A marker is a minus with a space on the side of the action. */
    static final int TRIM_MARKER = 2;

    private Delimiters() {}

    /** Whether a marker stands behind a left delimiter, which stands so many places from here. */
    static boolean trimsLeft(Cursor cursor, int offset) {
        int marker = offset + LEFT.length();
        return cursor.ahead(marker) == '-' && Cursor.isSpace(cursor.ahead(marker + 1));
    }

    /** Whether a marker and the right delimiter stand so many places from here. */
    static boolean trimsRight(Cursor cursor, int offset) {
        return Cursor.isSpace(cursor.ahead(offset))
                && cursor.ahead(offset + 1) == '-'
                && cursor.startsWith(RIGHT, offset + TRIM_MARKER);
    }
}
