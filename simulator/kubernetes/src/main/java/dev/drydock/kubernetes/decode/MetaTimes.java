package dev.drydock.kubernetes.decode;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.GoTimes;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of objects, refused in Go's words (apimachinery meta/v1/time.go, micro_time.go). */
final class MetaTimes {

    private static final String SECONDS = "2006-01-02T15:04:05Z07:00";
    private static final String MICROS = "2006-01-02T15:04:05.000000Z07:00";
    private static final Pattern FRACTION = Pattern.compile("[.,]\\d+");

    /** The steps of the layout: what is expected, and how Go's errors name the rest of the layout's element. */
    private static final String[][] STEPS = {
        {"\\d{4}", "2006"},
        {"-", "-"},
        {"\\d{2}", "01"},
        {"-", "-"},
        {"\\d{2}", "02"},
        {"T", "T"},
        {"\\d{1,2}", "15"},
        {":", ":"},
        {"\\d{2}", "04"},
        {":", ":"},
        {"\\d{2}", "05"},
    };

    private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d{2}:\\d{2}");

    private MetaTimes() {}

    static String seconds(String text) {
        if (isCanonical(text)) {
            return text;
        }
        return GoTimes.seconds(parse(text, SECONDS, false));
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
        return GoTimes.micros(parse(text, MICROS, true));
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
        OffsetDateTime time = GoTimes.parse(text);
        if (time == null) {
            throw new DecodingException(
                    "parsing time " + GoQuote.quote(text) + ": " + outOfRange(text) + " out of range");
        }
        return time;
    }

    private static String outOfRange(String text) {
        int month = Integer.parseInt(text.substring(5, 7));
        if (month < 1 || month > 12) {
            return "month";
        }
        String[] clock = text.substring(11).split(":", -1);
        if (Integer.parseInt(clock[0]) > 23) {
            return "hour";
        }
        if (Integer.parseInt(clock[1]) > 59) {
            return "minute";
        }
        return Integer.parseInt(clock[2].substring(0, 2)) > 59 ? "second" : "day";
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
