package dev.drydock.cel.library;

import dev.drydock.cel.value.LimitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Strings by code points, as cel-go's ext/strings.go handles them; refusals are thrown with its words. */
final class CodePoints {

    private CodePoints() {}

    private static IllegalArgumentException outOfRange(long index) {
        return new IllegalArgumentException("index out of range: " + index);
    }

    static String charAt(String text, long index) {
        int[] points = text.codePoints().toArray();
        if (index < 0 || index > points.length) {
            throw outOfRange(index);
        }
        return index == points.length ? "" : Character.toString(points[(int) index]);
    }

    static long indexOf(String text, String part, long offset) {
        if (part.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            throw outOfRange(offset);
        }
        int[] points = text.codePoints().toArray();
        int[] wanted = part.codePoints().toArray();
        for (long at = offset; at <= points.length - wanted.length; at++) {
            if (matches(points, (int) at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    static long lastIndexOf(String text, String part) {
        int length = text.codePointCount(0, text.length());
        if (part.isEmpty()) {
            return length;
        }
        return text.length() < part.length() ? -1 : lastIndexOf(text, part, length - 1L);
    }

    static long lastIndexOf(String text, String part, long offset) {
        if (part.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            throw outOfRange(offset);
        }
        int[] points = text.codePoints().toArray();
        if (offset >= points.length) {
            return -1;
        }
        int[] wanted = part.codePoints().toArray();
        for (int at = (int) Math.min(offset, points.length - wanted.length); at >= 0; at--) {
            if (matches(points, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(int[] points, int at, int[] wanted) {
        return Arrays.equals(points, at, at + wanted.length, wanted, 0, wanted.length);
    }

    static String lower(String text) {
        return mapped(text, 'A', 'Z', 'a' - 'A');
    }

    static String upper(String text) {
        return mapped(text, 'a', 'z', 'A' - 'a');
    }

    private static String mapped(String text, char first, char last, int shift) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= first && c <= last) {
                out.setCharAt(i, (char) (c + shift));
            }
        }
        return out.toString();
    }

    /** Replaces the first {@code limit} occurrences, all of them when it is negative; an empty one stands everywhere. */
    static String replace(String text, String old, String replacement, long limit) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        long done = 0;
        boolean first = true;
        while (limit < 0 || done < limit) {
            int found;
            if (old.isEmpty()) {
                found = first ? 0 : at < text.length() ? text.offsetByCodePoints(at, 1) : -1;
            } else {
                found = text.indexOf(old, at);
            }
            if (found < 0) {
                break;
            }
            out.append(text, at, found).append(replacement);
            LimitException.check(out.length());
            at = found + old.length();
            first = false;
            done++;
        }
        return out.append(text, at, text.length()).toString();
    }

    /** At most {@code limit} parts, all of them when it is negative. */
    static List<String> split(String text, String separator, long limit) {
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        int at = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int end;
            if (separator.isEmpty()) {
                end = at < text.length() ? text.offsetByCodePoints(at, 1) : -1;
                if (end == text.length()) {
                    end = -1;
                }
            } else {
                end = text.indexOf(separator, at);
            }
            if (end < 0) {
                break;
            }
            parts.add(text.substring(at, end));
            at = end + separator.length();
        }
        if (!separator.isEmpty() || at < text.length()) {
            parts.add(text.substring(at));
        }
        return parts;
    }

    static String substring(String text, long start) {
        int length = text.codePointCount(0, text.length());
        if (start < 0 || start > length) {
            throw outOfRange(start);
        }
        return text.substring(text.offsetByCodePoints(0, (int) start));
    }

    static String substring(String text, long start, long end) {
        if (start > end) {
            throw new IllegalArgumentException("invalid substring range. start: " + start + ", end: " + end);
        }
        int length = text.codePointCount(0, text.length());
        if (start < 0 || start > length) {
            throw outOfRange(start);
        }
        if (end > length) {
            throw outOfRange(end);
        }
        return text.substring(text.offsetByCodePoints(0, (int) start), text.offsetByCodePoints(0, (int) end));
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case 11 -> out.append("\\v");
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
