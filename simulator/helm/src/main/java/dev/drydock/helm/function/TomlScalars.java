package dev.drydock.helm.function;

import dev.drydock.helm.value.GoInt;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of TOML that are written without quotes: truth values, numbers, dates and times. */
final class TomlScalars {

    private static final Pattern SPECIAL_FLOAT = Pattern.compile("[+-]?(inf|nan)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(0|[1-9][0-9]*)");
    private static final Pattern FLOAT = Pattern.compile("[+-]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** An integer in a base other than ten, with as many digits as a long is sure to hold. */
    private record Radix(int base, Pattern pattern) {}

    private static final List<Radix> RADIXES = List.of(
            new Radix(16, Pattern.compile("0x[0-9A-Fa-f]{1,15}")),
            new Radix(8, Pattern.compile("0o[0-7]{1,20}")),
            new Radix(2, Pattern.compile("0b[01]{1,62}")));

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-.*T.*");
    private static final Pattern DATE_TIME_IN_ZONE = Pattern.compile("\\d{4}-.*T.*(Z|[+-]\\d\\d:\\d\\d)");

    private TomlScalars() {}

    /** The value that a word spells, or null when it spells none. */
    static @Nullable Object of(String word) {
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (matches(SPECIAL_FLOAT, word)) {
            return word.endsWith("nan")
                    ? Double.NaN
                    : word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        String plain = word.replace("_", "");
        if (matches(DECIMAL, plain)) {
            BigInteger number = new BigInteger(plain.replace("+", ""));
            return number.bitLength() < Long.SIZE ? GoInt.int64(number.longValue()) : null;
        }
        for (Radix radix : RADIXES) {
            if (matches(radix.pattern(), plain)) {
                return GoInt.int64(Long.parseLong(plain.substring(2), radix.base()));
            }
        }
        return matches(FLOAT, plain) ? (Object) Double.valueOf(plain) : time(word);
    }

    /** Whether a word is a date, which a blank and the time of day may follow. */
    static boolean isDate(String word) {
        return matches(DATE, word);
    }

    private static @Nullable GoTime time(String word) {
        String text = word.replace(' ', 'T').replace('t', 'T').replace('z', 'Z');
        try {
            if (matches(DATE, text)) {
                return new GoTime(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC));
            }
            if (matches(TIME_OF_DAY, text)) {
                LocalDate never = LocalDate.of(0, 1, 1);
                return new GoTime(LocalTime.parse(text).atDate(never).atZone(ZoneOffset.UTC));
            }
            if (matches(DATE_TIME_IN_ZONE, text)) {
                return new GoTime(ZonedDateTime.parse(text));
            }
            return matches(DATE_TIME, text)
                    ? new GoTime(LocalDateTime.parse(text).atZone(ZoneOffset.UTC))
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean matches(Pattern pattern, String word) {
        return pattern.matcher(word).matches();
    }
}
