package dev.drydock.yaml;

/** Cuts the line out of a text that a diagnostic shows. */
final class SourceLine {

    private static final int LONGEST = 240;

    private SourceLine() {}

    /** The line that begins at a position, cut when it is too long to show. */
    static String at(String text, int start) {
        int end = Math.max(0, Math.min(start, text.length()));
        int from = end;
        while (end < text.length() && end - from < LONGEST && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(from, end);
    }

    /** A numbered line from one, empty when the text has fewer. */
    static String number(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        return at(text, start);
    }
}
