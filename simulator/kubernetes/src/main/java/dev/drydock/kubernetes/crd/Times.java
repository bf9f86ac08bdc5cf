package dev.drydock.kubernetes.crd;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as schemas know them (kube-openapi, pkg/validation/strfmt: date.go, time.go, duration.go). */
final class Times {

    private static final Pattern CLOCK =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))");
    private static final Pattern GO_DURATION =
            Pattern.compile("[+-]?(0|(([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]+)\\s*([A-Za-zµ]+)");

    /** The units of durations; of the last name of each also longer forms are known. */
    private static final List<List<String>> UNITS = List.of(
            List.of("ns", "nano"),
            List.of("us", "µs", "micro"),
            List.of("ms", "milli"),
            List.of("s", "sec"),
            List.of("m", "min"),
            List.of("h", "hr", "hour"),
            List.of("d", "day"),
            List.of("w", "wk", "week"));

    private Times() {}

    static boolean isDate(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(5, 7)),
                    Integer.parseInt(text.substring(8)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Seconds end at 59; what stands before the fraction may be anything; a further t is not looked at. */
    static boolean isDateTime(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("t", -1);
        if (text.length() < 4 || parts.length < 2 || !isDate(parts[0])) {
            return false;
        }
        Matcher clock = CLOCK.matcher(parts[1]);
        return clock.matches()
                && clock.group(1).compareTo("23") <= 0
                && clock.group(2).compareTo("59") <= 0
                && clock.group(3).compareTo("59") <= 0;
    }

    /** Go's durations, or anything with an amount and a unit in it. */
    static boolean isDuration(String text) {
        if (GO_DURATION.matcher(text).matches()) {
            return true;
        }
        boolean known = false;
        Matcher amounts = AMOUNT.matcher(text);
        while (amounts.find()) {
            if (amounts.group(1).length() > 18) {
                return false;
            }
            known |= isUnit(amounts.group(2).toLowerCase(Locale.ROOT));
        }
        return known;
    }

    private static boolean isUnit(String text) {
        for (List<String> names : UNITS) {
            if (names.contains(text) || text.startsWith(names.get(names.size() - 1))) {
                return true;
            }
        }
        return false;
    }
}
