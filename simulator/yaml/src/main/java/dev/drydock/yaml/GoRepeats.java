package dev.drydock.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What Go's regexp refuses because of its repetitions, for compilers of regular expressions that do not (Go,
 * regexp/syntax/parse.go, repeatIsValid and calcSize): repetitions within each other that come to more than 1,000 copies, and
 * expressions that compile to more than 3,355,443 instructions. It reads only as much of an expression as that takes; one that
 * is wrong otherwise may pass.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoRepeats {

    private static final int MOST_COPIES = 1000;
    private static final int LONGEST_REPEAT = 16;
    private static final long MOST_INSTRUCTIONS = (128 << 20) / 40;

    /**
     * What Go says.
     *
     * @param words such as {@code invalid repeat count}
     * @param place the part of the expression that is meant
     */
    public record Problem(String words, String place) {}

    /** What a part comes to. */
    private record Part(long size, long copies) {
        static final Part NONE = new Part(0, 1);
        static final Part ONE = new Part(1, 1);

        Part and(Part other) {
            return new Part(size + other.size, Math.max(copies, other.copies));
        }
    }

    private final String text;
    private final Deque<Part> outer = new ArrayDeque<>();
    private Part before = Part.NONE;
    private Part last = Part.NONE;
    private int at;
    private boolean named = true;

    private GoRepeats(String text) {
        this.text = text;
    }

    /** What is too much in an expression; null when nothing is. */
    public static @Nullable Problem problem(String expression) {
        return expression.indexOf('{') < 0 ? null : new GoRepeats(expression).read();
    }

    private @Nullable Problem read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                int start = at;
                if (!repeat()) {
                    at++;
                    push(Part.ONE);
                } else if (last.copies > MOST_COPIES) {
                    return new Problem("invalid repeat count", text.substring(start, at));
                }
            } else {
                at++;
                plain(c);
            }
            if (before.size + last.size > MOST_INSTRUCTIONS) {
                return new Problem("expression too large", text);
            }
        }
        return null;
    }

    private void push(Part part) {
        before = before.and(last);
        last = part;
    }

    private void plain(char c) {
        switch (c) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> set();
            case '\\' -> escape();
            case '|' -> push(Part.ONE);
            case '*', '+', '?' -> last = new Part(last.size + 2, last.copies);
            default -> push(Part.ONE);
        }
    }

    private void open() {
        push(Part.NONE);
        if (at < text.length() && text.charAt(at) == '?') {
            // flags or a name
            while (at < text.length() && ":)>".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at < text.length() && text.charAt(at++) == ')') {
                return;
            }
        }
        outer.push(before);
        before = Part.NONE;
    }

    private void close() {
        Part group = before.and(last);
        before = outer.isEmpty() ? Part.NONE : outer.pop();
        last = new Part(group.size + 2, group.copies);
    }

    /** A class of characters: the first bracket in it, and those of {@code [:names:]}, do not end it. */
    private void set() {
        push(Part.ONE);
        if (at < text.length() && text.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
            int name = named && text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
            named &= name >= 0 || !text.startsWith("[:", at);
            at = name >= 0 ? name + 2 : at + (text.charAt(at) == '\\' ? 2 : 1);
        }
        at++;
    }

    private void escape() {
        char c = at < text.length() ? text.charAt(at++) : '\\';
        if (c == 'Q') {
            int end = text.indexOf("\\E", at);
            int stop = end < 0 ? text.length() : end;
            if (stop > at) {
                push(new Part(stop - at - 1L, 1));
                push(Part.ONE);
            }
            at = end < 0 ? stop : stop + 2;
            return;
        }
        push(Part.ONE);
        if ((c == 'p' || c == 'P' || c == 'x') && at < text.length() && text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            at = end < 0 ? text.length() : end + 1;
        }
    }

    /** Reads {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else stands for itself. */
    private boolean repeat() {
        // two numbers of up to four digits: no longer one is a repetition that Go takes
        String near = text.substring(at, Math.min(text.length(), at + LONGEST_REPEAT));
        int length = near.indexOf('}');
        if (length < 0) {
            return false;
        }
        String inner = near.substring(1, length);
        int comma = inner.indexOf(',');
        int least = number(comma < 0 ? inner : inner.substring(0, comma));
        boolean open = comma >= 0 && comma == inner.length() - 1;
        int most = comma < 0 ? least : open ? -1 : number(inner.substring(comma + 1));
        if (least < 0 || (most < 0 && !open)) {
            return false;
        }
        at += length + 1;
        int count = open ? least : most;
        // what is repeated no times is not looked at
        long copies = count == 0 && !open ? 1 : last.copies * Math.max(1, count);
        long size = open ? 2 + least * last.size : most * last.size + most - least;
        last = new Part(Math.max(1, size), copies);
        return true;
    }

    /** The number, or -1 for what is none. */
    private static int number(String digits) {
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= 5
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || digits.charAt(0) != '0');
        return isNumber ? Integer.parseInt(digits) : -1;
    }
}
