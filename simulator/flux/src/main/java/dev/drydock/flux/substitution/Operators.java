package dev.drydock.flux.substitution;

import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions behind the operators (envsubst/funcs.go). All texts are bytes. */
final class Operators {

    private static final Set<String> TOLERANT = Set.of("-", "+", "=", "?", ":-", ":+", ":=", ":?");

    private Operators() {}

    static boolean toleratesMissing(String operator) {
        return TOLERANT.contains(operator);
    }

    static String apply(String operator, String value, List<String> arguments) {
        return switch (operator) {
            case "," -> first(value, Character::toLowerCase);
            case ",," -> all(value, Character::toLowerCase);
            case "^" -> first(value, Character::toUpperCase);
            case "^^" -> all(value, Character::toUpperCase);
            case "#" -> arguments.isEmpty() ? String.valueOf(value.length()) : withoutShortest(value, arguments.get(0));
            case "##" -> withoutLongest(value, arguments.get(0));
            case "%" -> reverse(withoutShortest(reverse(value), reverse(arguments.get(0))));
            case "%%" -> reverse(withoutLongest(reverse(value), reverse(arguments.get(0))));
            case ":" -> substring(value, arguments);
            case "/#" -> replacePrefix(value, arguments);
            case "/%" -> replaceSuffix(value, arguments);
            case "/" -> replaceFirst(value, arguments.get(0), second(arguments));
            case "//" -> replaceAll(value, arguments.get(0), second(arguments));
            default -> value.isEmpty() ? String.join("", arguments) : value;
        };
    }

    private static String first(String value, IntUnaryOperator change) {
        if (value.isEmpty()) {
            return value;
        }
        int width = ByteText.width(value, 0);
        String changed = Character.toString(change.applyAsInt(ByteText.codePoint(value, 0)));
        return ByteText.encode(changed) + value.substring(width);
    }

    /** Character by character, as Go does: no letter becomes two. */
    private static String all(String value, IntUnaryOperator change) {
        StringBuilder changed = new StringBuilder();
        ByteText.decode(value).codePoints().map(change).forEach(changed::appendCodePoint);
        return ByteText.encode(changed.toString());
    }

    private static String reverse(String value) {
        return ByteText.encode(
                new StringBuilder(ByteText.decode(value)).reverse().toString());
    }

    private static String withoutLongest(String value, String pattern) {
        for (int end = value.length(); end > 0; end--) {
            Boolean match = Glob.match(pattern, value.substring(0, end));
            if (match == null) {
                return value;
            }
            if (match) {
                return value.substring(end);
            }
        }
        return value;
    }

    private static String withoutShortest(String value, String pattern) {
        int shortest = 0;
        for (int end = value.length(); end > 0; end--) {
            Boolean match = Glob.match(pattern, value.substring(0, end));
            if (match == null) {
                return value;
            }
            if (match) {
                shortest = end;
            }
        }
        return value.substring(shortest);
    }

    private static String substring(String value, List<String> arguments) {
        Integer offset = integer(arguments.get(0));
        if (offset == null) {
            return value;
        }
        int start = offset < 0 ? Math.max(0, value.length() + offset) : offset;
        if (arguments.size() == 1) {
            return start < value.length() ? value.substring(start) : "";
        }
        Integer length = integer(arguments.get(1));
        if (length == null) {
            return value;
        }
        long end = (long) start + length;
        if (end >= value.length()) {
            return start < value.length() ? value.substring(start) : "";
        }
        if (end < start) {
            throw SubstitutionException.panic(
                    "runtime error: slice bounds out of range [" + (end < 0 ? ":" + end : start + ":" + end) + "]");
        }
        return value.substring(start, (int) end);
    }

    private static @Nullable Integer integer(String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            return (int) Math.max(Integer.MIN_VALUE / 2, Math.min(Integer.MAX_VALUE / 2, number));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String second(List<String> arguments) {
        return arguments.size() > 1 ? arguments.get(1) : "";
    }

    private static String replacePrefix(String value, List<String> arguments) {
        return arguments.size() == 2 && value.startsWith(arguments.get(0))
                ? arguments.get(1) + value.substring(arguments.get(0).length())
                : value;
    }

    private static String replaceSuffix(String value, List<String> arguments) {
        return arguments.size() == 2 && value.endsWith(arguments.get(0))
                ? value.substring(0, value.length() - arguments.get(0).length()) + arguments.get(1)
                : value;
    }

    private static String replaceFirst(String value, String from, String to) {
        int at = value.indexOf(from);
        return at < 0 ? value : value.substring(0, at) + to + value.substring(at + from.length());
    }

    private static String replaceAll(String value, String from, String to) {
        return from.isEmpty() ? between(value, to) : value.replace(from, to);
    }

    /** Go puts the replacement of an empty text between characters, also between those of several bytes. */
    private static String between(String value, String to) {
        StringBuilder out = new StringBuilder(to);
        for (int i = 0; i < value.length(); ) {
            int width = ByteText.width(value, i);
            out.append(value, i, i + width).append(to);
            i += width;
        }
        return out.toString();
    }
}
