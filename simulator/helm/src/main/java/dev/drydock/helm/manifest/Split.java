package dev.drydock.helm.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into documents wherever a line begins with three dashes, whatever follows them (manifest.go). */
final class Split {

    /** Go's blank characters of a regular expression. */
    private static final Pattern SEPARATOR = Pattern.compile("(?:^|[\\t\\n\\f\\r ]*\\n)---[\\t\\n\\f\\r ]*");

    private Split() {}

    static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        for (String part : SEPARATOR.split(trimLeft(text), -1)) {
            if (!isBlank(part)) {
                documents.add(trimLeft(part));
            }
        }
        return documents;
    }

    static boolean isBlank(String text) {
        return trimLeft(text).isEmpty();
    }

    private static String trimLeft(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static boolean isSpace(char c) {
        return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xa0 || Character.isSpaceChar(c);
    }
}
