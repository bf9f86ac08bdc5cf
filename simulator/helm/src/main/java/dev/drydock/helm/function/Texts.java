package dev.drydock.helm.function;

import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoString;
import dev.drydock.yaml.GoSpace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Sprig turns values into texts (strings.go). */
final class Texts {

    private Texts() {}

    /** {@code strval}. */
    static String of(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof GoList list && list.type().equals("[]uint8")) {
            return GoString.of(list.toBytes());
        }
        return GoFormat.print(value);
    }

    /** {@code strslice}. */
    static List<String> list(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof GoList list) {
            list.items().stream().filter(item -> item != null).forEach(item -> texts.add(of(item)));
        } else if (value != null) {
            texts.add(of(value));
        }
        return texts;
    }

    /** strings.Trim with a set of characters. */
    static String trim(String text, String set) {
        int start = 0;
        int end = text.length();
        while (start < end && set.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && set.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** strings.SplitN; a count below zero means all parts. */
    static List<String> split(String text, String separator, int count) {
        List<String> parts = new ArrayList<>();
        if (count == 0) {
            return parts;
        }
        if (separator.isEmpty()) {
            int at = 0;
            while (at < text.length()) {
                boolean last = count > 0 && parts.size() == count - 1;
                int next = last ? text.length() : text.offsetByCodePoints(at, 1);
                parts.add(text.substring(at, next));
                at = next;
            }
            return parts;
        }
        int at = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && (count < 0 || parts.size() < count - 1)) {
            parts.add(text.substring(at, found));
            at = found + separator.length();
            found = text.indexOf(separator, at);
        }
        parts.add(text.substring(at));
        return parts;
    }

    /** Upper case as unicode.ToUpper maps single characters. */
    static String upper(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(Character.toUpperCase(c)));
        return out.toString();
    }

    /** Lower case as unicode.ToLower maps single characters. */
    static String lower(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(Character.toLowerCase(c)));
        return out.toString();
    }

    /** strings.Title. */
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        int previous = ' ';
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(isSeparator(previous) ? Character.toTitleCase(c) : c);
            previous = c;
        }
        return out.toString();
    }

    private static boolean isSeparator(int c) {
        if (c < 0x80) {
            return !Character.isLetterOrDigit(c) && c != '_';
        }
        return !Character.isLetter(c) && !Character.isDigit(c) && GoSpace.isSpace(c);
    }
}
