package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.INT;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.template.TemplateSet;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.GoSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts (Sprig's strings.go). */
final class StringFunctions {

    private static final int LONGEST = TemplateSet.LONGEST_TEXT;

    private StringFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("hello", GoFunction.of(a -> "Hello!"));
        table.put("trim", GoFunction.of(a -> GoSpace.trim(a.string(0)), STRING));
        table.put("upper", GoFunction.of(a -> Texts.upper(a.string(0)), STRING));
        table.put("lower", GoFunction.of(a -> Texts.lower(a.string(0)), STRING));
        table.put("title", GoFunction.of(a -> Texts.title(a.string(0)), STRING));
        table.put("untitle", GoFunction.of(a -> Words.untitle(a.string(0)), STRING));
        table.put("swapcase", GoFunction.of(a -> Words.swapCase(a.string(0)), STRING));
        table.put("nospace", GoFunction.of(a -> Words.withoutSpace(a.string(0)), STRING));
        table.put("initials", GoFunction.of(a -> Words.initials(a.string(0)), STRING));
        table.put("snakecase", GoFunction.of(a -> Cases.lower(a.string(0), '_'), STRING));
        table.put("kebabcase", GoFunction.of(a -> Cases.lower(a.string(0), '-'), STRING));
        table.put("camelcase", GoFunction.of(a -> Cases.camel(a.string(0)), STRING));
        table.put("trunc", GoFunction.of(a -> Words.truncate(a.integer(0), a.string(1)), INT, STRING));
        table.put(
                "substr",
                GoFunction.of(a -> Words.substring(a.integer(0), a.integer(1), a.string(2)), INT, INT, STRING));
        table.put("abbrev", GoFunction.of(StringFunctions::abbreviate, INT, STRING));
        table.put("abbrevboth", GoFunction.of(StringFunctions::abbreviateBoth, INT, INT, STRING));
        table.put("wrap", GoFunction.of(a -> Words.wrap(a.string(1), a.integer(0), "", false), INT, STRING));
        table.put(
                "wrapWith",
                GoFunction.of(a -> Words.wrap(a.string(2), a.integer(0), a.string(1), true), INT, STRING, STRING));
        table.put("repeat", GoFunction.of(StringFunctions::repeat, INT, STRING));
        GoFunction trimAll = GoFunction.of(a -> Texts.trim(a.string(1), a.string(0)), STRING, STRING);
        table.put("trimall", trimAll);
        table.put("trimAll", trimAll);
        table.put("trimSuffix", GoFunction.of(a -> withoutSuffix(a.string(1), a.string(0)), STRING, STRING));
        table.put("trimPrefix", GoFunction.of(a -> withoutPrefix(a.string(1), a.string(0)), STRING, STRING));
        table.put("contains", GoFunction.of(a -> a.string(1).contains(a.string(0)), STRING, STRING));
        table.put("hasPrefix", GoFunction.of(a -> a.string(1).startsWith(a.string(0)), STRING, STRING));
        table.put("hasSuffix", GoFunction.of(a -> a.string(1).endsWith(a.string(0)), STRING, STRING));
        table.put("quote", GoFunction.variadic(StringFunctions::quote, ANY));
        table.put("squote", GoFunction.variadic(StringFunctions::singleQuote, ANY));
        table.put("cat", GoFunction.variadic(StringFunctions::cat, ANY));
        table.put("indent", GoFunction.of(a -> indent(a.integer(0), a.string(1)), INT, STRING));
        table.put("nindent", GoFunction.of(a -> "\n" + indent(a.integer(0), a.string(1)), INT, STRING));
        table.put("replace", GoFunction.of(StringFunctions::replace, STRING, STRING, STRING));
        table.put("plural", GoFunction.of(a -> a.integer(2) == 1 ? a.string(0) : a.string(1), STRING, STRING, INT));
        table.put("toString", GoFunction.of(a -> Texts.of(a.get(0)), ANY));
        table.put("toStrings", GoFunction.of(a -> GoList.strings(Texts.list(a.get(0))), ANY));
        table.put("join", GoFunction.of(StringFunctions::join, STRING, ANY));
        table.put("split", GoFunction.of(a -> numbered(Texts.split(a.string(1), a.string(0), -1)), STRING, STRING));
        table.put(
                "splitList",
                GoFunction.of(a -> GoList.strings(Texts.split(a.string(1), a.string(0), -1)), STRING, STRING));
        table.put(
                "splitn",
                GoFunction.of(
                        a -> numbered(Texts.split(a.string(2), a.string(0), (int) a.integer(1))), STRING, INT, STRING));
    }

    private static String abbreviate(Arguments a) {
        return a.integer(0) < 4 ? a.string(1) : Words.abbreviate(a.string(1), 0, (int) a.integer(0));
    }

    private static String abbreviateBoth(Arguments a) {
        long left = a.integer(0);
        long right = a.integer(1);
        return right < 4 || (left > 0 && right < 7)
                ? a.string(2)
                : Words.abbreviate(a.string(2), (int) left, (int) right);
    }

    private static String repeat(Arguments a) {
        long count = a.integer(0);
        if (count < 0) {
            throw new GoException("strings: negative Repeat count");
        }
        bound(Math.min(count, LONGEST + 1L) * a.string(1).length());
        return a.string(1).isEmpty() ? "" : a.string(1).repeat((int) count);
    }

    static String indent(long spaces, String text) {
        if (spaces < 0) {
            throw new GoException("strings: negative Repeat count");
        }
        bound(spaces);
        bound(text.length() + spaces * (1 + text.chars().filter(c -> c == '\n').count()));
        String pad = " ".repeat((int) spaces);
        return pad + text.replace("\n", "\n" + pad);
    }

    private static String replace(Arguments a) {
        String old = a.string(0);
        String text = a.string(2);
        long longer = Math.max(0, a.string(1).length() - old.length());
        if (!old.isEmpty()) {
            bound(text.length() + longer * occurrences(text, old));
            return text.replace(old, a.string(1));
        }
        bound(text.length() + longer * (text.length() + 1L));
        StringBuilder out = new StringBuilder(a.string(1));
        text.codePoints().forEach(c -> out.appendCodePoint(c).append(a.string(1)));
        return out.toString();
    }

    private static long occurrences(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static String join(Arguments a) {
        List<String> texts = Texts.list(a.get(1));
        bound((long) a.string(0).length() * texts.size());
        return String.join(a.string(0), texts);
    }

    /** Holds a text that is about to be made to the longest one. */
    static void bound(long length) {
        if (length > LONGEST) {
            throw new LimitException("templates that make a text of more than " + LONGEST + " characters");
        }
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String quote(Arguments a) {
        return present(a).stream().map(value -> GoQuote.quote(Texts.of(value))).collect(Collectors.joining(" "));
    }

    private static String singleQuote(Arguments a) {
        return present(a).stream()
                .map(value -> "'" + GoFormat.print(value) + "'")
                .collect(Collectors.joining(" "));
    }

    private static String cat(Arguments a) {
        return present(a).stream().map(GoFormat::print).collect(Collectors.joining(" "));
    }

    private static List<Object> present(Arguments a) {
        List<Object> present = new ArrayList<>();
        for (@Nullable Object value : a.from(0)) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private static GoMap numbered(List<String> parts) {
        GoMap map = GoMap.ofType("map[string]string");
        for (int i = 0; i < parts.size(); i++) {
            map.put("_" + i, parts.get(i));
        }
        return map;
    }
}
