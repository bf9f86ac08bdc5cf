package dev.drydock.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.helm.NotModelledException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Formats of texts, with the words for those that are not of the format (format.go). */
final class Formats {

    private Formats() {}

    /** What is wrong, or null. Formats that nobody knows hold for everything. */
    static @Nullable String problem(String format, String text) {
        return switch (format) {
            case "uuid" -> uuid(text);
            case "ipv4" -> ipv4(text);
            case "ipv6" -> ipv6(text);
            case "hostname" -> hostname(text);
            case "email" -> email(text);
            case "date" -> date(text);
            case "time" -> time(text);
            case "date-time" -> dateTime(text);
            case "uri" -> uri(text, true);
            case "uri-reference" -> text.contains("\\") ? "contains \\" : uri(text, false);
            case "regex" -> regex(text);
            case "json-pointer" -> text.isEmpty() || text.startsWith("/") ? null : "not starting with /";
            case "duration", "period", "relative-json-pointer", "uri-template", "semver" ->
                throw new NotModelledException("the format " + format + " of a values schema");
            default -> null;
        };
    }

    private static @Nullable String regex(String text) {
        try {
            Pattern.compile(text);
            return null;
        } catch (PatternSyntaxException e) {
            return "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`";
        }
    }

    private static @Nullable String uuid(String text) {
        int[] lengths = {8, 4, 4, 4, 12};
        String[] groups = text.split("-", -1);
        if (groups.length != lengths.length) {
            return "must have 5 elements";
        }
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].length() != lengths[i]) {
                return "element " + (i + 1) + " must be " + lengths[i] + " characters long";
            }
            for (int j = 0; j < groups[i].length(); j++) {
                char c = groups[i].charAt(j);
                if (Character.digit(c, 16) < 0) {
                    return "non-hex character '" + c + "'";
                }
            }
        }
        return null;
    }

    private static @Nullable String ipv4(String text) {
        String[] groups = text.split("\\.", -1);
        if (groups.length != 4) {
            return "expected four decimals";
        }
        for (String group : groups) {
            if (group.length() > 1 && group.startsWith("0")) {
                return "leading zeros";
            }
            if (!group.matches("[+-]?[0-9]{1,9}")) {
                return "strconv.Atoi: parsing " + dev.drydock.yaml.GoQuote.quote(group) + ": invalid syntax";
            }
            int number = Integer.parseInt(group);
            if (number < 0 || number > 255) {
                return "decimal must be between 0 and 255";
            }
        }
        return null;
    }

    private static @Nullable String ipv6(String text) {
        if (!text.contains(":")) {
            return "missing colon";
        }
        if (text.matches("[0-9a-fA-F:.]+") && com.google.common.net.InetAddresses.isInetAddress(text)) {
            return null;
        }
        throw new NotModelledException("the words for an address that is no IPv6 address in a values schema");
    }

    private static @Nullable String hostname(String given) {
        String text = given.endsWith(".") ? given.substring(0, given.length() - 1) : given;
        if (text.length() > 253) {
            return "more than 253 characters long";
        }
        for (String label : text.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63) {
                return "label must be 1 to 63 characters long";
            }
            if (label.startsWith("-")) {
                return "label starts with hyphen";
            }
            if (label.endsWith("-")) {
                return "label ends with hyphen";
            }
            for (int c : label.codePoints().toArray()) {
                if (!(c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'))) {
                    return "invalid character '" + Character.toString(c) + "'";
                }
            }
        }
        return null;
    }

    private static @Nullable String email(String text) {
        if (text.length() > 254) {
            return "more than 255 characters long";
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return "missing @";
        }
        String local = text.substring(0, at);
        if (local.length() > 64) {
            return "local part more than 64 characters long";
        }
        if (local.startsWith("\"") || text.startsWith("[", at + 1)) {
            throw new NotModelledException("quoted addresses in a values schema");
        }
        if (local.startsWith(".")) {
            return "starts with dot";
        }
        if (local.endsWith(".")) {
            return "ends with dot";
        }
        if (local.contains("..")) {
            return "consecutive dots";
        }
        for (int c : local.codePoints().toArray()) {
            if (!(c < 0x80 && Character.isLetterOrDigit(c)) && ".!#$%&'*+-/=?^_`{|}~".indexOf(c) < 0) {
                return "invalid character '" + Character.toString(c) + "'";
            }
        }
        String problem = hostname(text.substring(at + 1));
        return problem == null ? null : "invalid domain: " + problem;
    }

    private static @Nullable String date(String text) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                LocalDate.parse(text);
                return null;
            }
        } catch (DateTimeParseException e) {
            return "parsing time " + dev.drydock.yaml.GoQuote.quote(text) + ": day out of range";
        }
        throw new NotModelledException("the words for a text that is no date in a values schema");
    }

    private static @Nullable String time(String text) {
        if (text.length() < 9) {
            return "less than 9 characters long";
        }
        if (text.charAt(2) != ':' || text.charAt(5) != ':') {
            return "missing colon in correct place";
        }
        if (text.matches(
                "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])")) {
            return null;
        }
        throw new NotModelledException("the words for a text that is no time in a values schema");
    }

    private static @Nullable String dateTime(String text) {
        if (text.length() < 20) {
            return "less than 20 characters long";
        }
        if (text.charAt(10) != 'T' && text.charAt(10) != 't') {
            return "11th character must be t or T";
        }
        String problem = date(text.substring(0, 10));
        if (problem != null) {
            return "invalid date element: " + problem;
        }
        problem = time(text.substring(11));
        return problem == null ? null : "invalid time element: " + problem;
    }

    private static @Nullable String uri(String text, boolean absolute) {
        boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
        if (control || text.matches(".*%(?![0-9a-fA-F]{2}).*") || text.startsWith(":")) {
            throw new NotModelledException("the words for a text that is no URL in a values schema");
        }
        boolean isAbsolute = text.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
        return absolute && !isAbsolute ? "relative url" : null;
    }
}
