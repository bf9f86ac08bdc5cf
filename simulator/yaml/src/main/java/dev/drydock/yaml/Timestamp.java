package dev.drydock.yaml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates and times that go-yaml finds in plain scalars (resolve.go, parseTimestamp). */
final class Timestamp {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final String CLOCK = "([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?";
    private static final Pattern WITH_ZONE =
            Pattern.compile(DATE.pattern() + "[Tt]" + CLOCK + "(Z|[-+][0-9]{2}:[0-9]{2})");
    private static final Pattern WITHOUT_ZONE = Pattern.compile(DATE.pattern() + " +" + CLOCK);

    private Timestamp() {}

    /** The time in RFC 3339 with as many fractional digits as needed, null when the text is no time. */
    static @Nullable String normalize(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return null;
        }
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return format(date, "0", "0", "0", null, "Z");
        }
        Matcher zoned = WITH_ZONE.matcher(text);
        if (zoned.matches()) {
            return format(zoned, zoned.group(4), zoned.group(5), zoned.group(6), zoned.group(7), zoned.group(8));
        }
        Matcher local = WITHOUT_ZONE.matcher(text);
        return local.matches()
                ? format(local, local.group(4), local.group(5), local.group(6), local.group(7), "Z")
                : null;
    }

    private static @Nullable String format(
            Matcher date, String hour, String minute, String second, @Nullable String fraction, String zone) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    Integer.parseInt(date.group(1)),
                    Integer.parseInt(date.group(2)),
                    Integer.parseInt(date.group(3)),
                    Integer.parseInt(hour),
                    Integer.parseInt(minute),
                    Integer.parseInt(second));
            String digits = fraction == null ? "" : fraction.substring(0, Math.min(9, fraction.length()));
            digits = digits.replaceFirst("0+$", "");
            boolean utc = zone.equals("Z") || zone.endsWith("00:00");
            if (!utc && ((zone.compareTo("+24") > 0 && zone.charAt(0) == '+') || zone.charAt(4) > '5')) {
                return null;
            }
            return String.format(
                            "%04d-%02d-%02dT%02d:%02d:%02d",
                            time.getYear(),
                            time.getMonthValue(),
                            time.getDayOfMonth(),
                            time.getHour(),
                            time.getMinute(),
                            time.getSecond())
                    + (digits.isEmpty() ? "" : "." + digits)
                    + (utc ? "Z" : zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
