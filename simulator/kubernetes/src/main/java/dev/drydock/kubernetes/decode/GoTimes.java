package dev.drydock.kubernetes.decode;

import dev.drydock.yaml.GoQuote;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Go reads and writes them in RFC 3339. */
final class GoTimes {

    private static final String SECONDS = "2006-01-02T15:04:05Z07:00";
    private static final String MICROS = "2006-01-02T15:04:05.000000Z07:00";
    private static final Pattern FRACTION = Pattern.compile("[.,]\\d+");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final DateTimeFormatter FINE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    /** The steps of the layout: what is expected, and how Go's errors name the rest of the layout's element. */
    private static final String[][] STEPS = {
        {"\\d{4}", "2006"},
        {"-", "-"},
        {"\\d{2}", "01"},
        {"-", "-"},
        {"\\d{2}", "02"},
        {"T", "T"},
        {"\\d{2}", "15"},
        {":", ":"},
        {"\\d{2}", "04"},
        {":", ":"},
        {"\\d{2}", "05"},
    };

    private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d{2}:\\d{2}");

    private GoTimes() {}

    static String seconds(String text) {
        if (isCanonical(text)) {
            return text;
        }
        return parse(text, SECONDS, false).format(PLAIN);
    }

    /** Whether a time is written as the server writes it; days that not every month has are looked at more closely. */
    private static boolean isCanonical(String text) {
        return text.length() == 20
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z'
                && number(text, 0, 4) >= 0
                && isBetween(number(text, 5, 7), 1, 12)
                && isBetween(number(text, 8, 10), 1, 28)
                && isBetween(number(text, 11, 13), 0, 23)
                && isBetween(number(text, 14, 16), 0, 59)
                && isBetween(number(text, 17, 19), 0, 59);
    }

    private static boolean isBetween(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** The number of some digits, -1 when there is something else. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    static String micros(String text) {
        return parse(text, MICROS, true).format(FINE);
    }

    private static OffsetDateTime parse(String text, String layout, boolean fraction) {
        String rest = text;
        for (String[] step : STEPS) {
            rest = expect(step[0], step[1], rest, text, layout);
        }
        if (fraction) {
            rest = expect("\\.\\d{6}", ".000000", rest, text, layout);
        } else {
            Matcher matcher = FRACTION.matcher(rest);
            rest = matcher.lookingAt() ? rest.substring(matcher.end()) : rest;
        }
        Matcher zone = ZONE.matcher(rest);
        if (!zone.lookingAt()) {
            throw error(text, layout, rest, "Z07:00");
        }
        if (zone.end() < rest.length()) {
            throw new DecodingException("parsing time " + GoQuote.quote(text) + ": extra text: "
                    + GoQuote.quote(rest.substring(zone.end())));
        }
        try {
            return OffsetDateTime.parse(text.replace(',', '.')).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DecodingException(
                    "parsing time " + GoQuote.quote(text) + ": " + outOfRange(text) + " out of range");
        }
    }

    private static String outOfRange(String text) {
        int month = Integer.parseInt(text.substring(5, 7));
        if (month < 1 || month > 12) {
            return "month";
        }
        return Integer.parseInt(text.substring(11, 13)) > 23
                ? "hour"
                : Integer.parseInt(text.substring(14, 16)) > 59
                        ? "minute"
                        : Integer.parseInt(text.substring(17, 19)) > 59 ? "second" : "day";
    }

    private static String expect(String pattern, String element, String rest, String text, String layout) {
        Matcher matcher = Pattern.compile(pattern).matcher(rest);
        if (!matcher.lookingAt()) {
            throw error(text, layout, rest, element);
        }
        return rest.substring(matcher.end());
    }

    private static DecodingException error(String text, String layout, String rest, String element) {
        return new DecodingException("parsing time " + GoQuote.quote(text) + " as " + GoQuote.quote(layout)
                + ": cannot parse " + GoQuote.quote(rest) + " as " + GoQuote.quote(element));
    }
}
