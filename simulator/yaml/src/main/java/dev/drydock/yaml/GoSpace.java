package dev.drydock.yaml;

import org.apiguardian.api.API;

/** White space as Go has it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoSpace {

    private GoSpace() {}

    /** Whether a character is white space (unicode.IsSpace). */
    public static boolean isSpace(int c) {
        return (c >= 9 && c <= 13) || c == 0x85 || c == 0xa0 || Character.isSpaceChar(c);
    }

    /** The text without white space at its ends (strings.TrimSpace). */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
