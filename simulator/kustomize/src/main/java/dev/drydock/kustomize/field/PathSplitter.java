package dev.drydock.kustomize.field;

import dev.drydock.kustomize.KustomizeException;
import java.util.ArrayList;
import java.util.List;

/** Splits field paths; a copy of what kyaml/utils/pathsplitter.go does. */
public final class PathSplitter {

    private PathSplitter() {}

    /** Deeper than any object: parsers stop at this depth too. */
    private static final int MOST_LEVELS = 500;

    /**
     * Splits at a delimiter; a backslash before it keeps it, a leading delimiter is dropped.
     *
     * @throws KustomizeException when the path is deeper than any object
     */
    public static List<String> split(String path, String delimiter) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = path.indexOf(delimiter); end >= 0; end = path.indexOf(delimiter, start)) {
            parts.add(path.substring(start, end));
            start = end + delimiter.length();
        }
        parts.add(path.substring(start));
        if (parts.size() > 1 && parts.get(0).isEmpty()) {
            parts.remove(0);
        }
        if (parts.size() > MOST_LEVELS) {
            throw new KustomizeException("a path of more than " + MOST_LEVELS + " levels leads nowhere");
        }
        List<String> result = new ArrayList<>();
        result.add(parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            String last = result.get(result.size() - 1);
            if (last.endsWith("\\")) {
                result.set(result.size() - 1, last.substring(0, last.length() - 1) + delimiter + parts.get(i));
            } else {
                result.add(parts.get(i));
            }
        }
        return result;
    }

    /** Splits at a delimiter, but keeps what stands in brackets together. */
    public static List<String> splitOutsideBrackets(String path, String delimiter) {
        List<String> result = new ArrayList<>();
        List<String> split = split(path, delimiter);
        for (int i = 0; i < split.size(); i++) {
            String element = split.get(i);
            if (!element.startsWith("[") || element.endsWith("]")) {
                result.add(element);
                continue;
            }
            StringBuilder bracketed = new StringBuilder(element);
            while (i < split.size() - 1) {
                i++;
                bracketed.append(delimiter).append(split.get(i));
                if (split.get(i).endsWith("]")) {
                    break;
                }
            }
            String text = bracketed.toString();
            result.add(text.contains("=") ? text : trimBrackets(text));
        }
        return result;
    }

    private static String trimBrackets(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBracket(text.charAt(start))) {
            start++;
        }
        while (end > start && isBracket(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBracket(char c) {
        return c == '[' || c == ']';
    }
}
