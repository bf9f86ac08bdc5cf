package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as schemas know them (kube-openapi, pkg/validation/strfmt: date.go, time.go, duration.go). */
final class Times {

    private static final Pattern CLOCK =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))");
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

    private static final long[] NANOS = {
        1L,
        1_000L,
        1_000_000L,
        1_000_000_000L,
        60_000_000_000L,
        3_600_000_000_000L,
        86_400_000_000_000L,
        604_800_000_000_000L
    };

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

    static boolean isDuration(String text) {
        return nanos(text) != null;
    }

    /** The nanoseconds of one of Go's durations, or of all amounts with a unit in a text; null when there are none. */
    static @Nullable Long nanos(String text) {
        try {
            return GoDurations.parse(text).toNanos();
        } catch (InvalidDurationException e) {
            return amounts(text);
        }
    }

    private static @Nullable Long amounts(String text) {
        Long sum = null;
        Matcher amounts = AMOUNT.matcher(text);
        while (amounts.find()) {
            if (amounts.group(1).length() > 18) {
                return null;
            }
            long amount = Long.parseLong(amounts.group(1));
            String unit = amounts.group(2).toLowerCase(Locale.ROOT);
            for (int i = 0; i < UNITS.size(); i++) {
                List<String> names = UNITS.get(i);
                // a longer form of the last name counts, and so does each name that is the same
                if (names.contains(unit) || unit.startsWith(names.get(names.size() - 1))) {
                    sum = (sum == null ? 0 : sum) + amount * NANOS[i];
                }
            }
        }
        return sum;
    }
}
