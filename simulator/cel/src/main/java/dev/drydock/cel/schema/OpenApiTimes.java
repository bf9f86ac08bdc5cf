package dev.drydock.cel.schema;

import dev.drydock.cel.value.GoTime;
import dev.drydock.cel.value.TimestampValue;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and durations as OpenAPI formats write them (kube-openapi, pkg/validation/strfmt). */
final class OpenApiTimes {

    private static final long SECOND = 1_000_000_000L;
    private static final Pattern PART = Pattern.compile("(\\d+)\\s*([A-Za-zµ]+)");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("ns", 1L),
            Map.entry("nano", 1L),
            Map.entry("us", 1_000L),
            Map.entry("µs", 1_000L),
            Map.entry("micro", 1_000L),
            Map.entry("ms", 1_000_000L),
            Map.entry("milli", 1_000_000L),
            Map.entry("s", SECOND),
            Map.entry("sec", SECOND),
            Map.entry("second", SECOND),
            Map.entry("m", 60 * SECOND),
            Map.entry("min", 60 * SECOND),
            Map.entry("minute", 60 * SECOND),
            Map.entry("h", 3600 * SECOND),
            Map.entry("hr", 3600 * SECOND),
            Map.entry("hour", 3600 * SECOND),
            Map.entry("d", 86400 * SECOND),
            Map.entry("day", 86400 * SECOND),
            Map.entry("w", 604800 * SECOND),
            Map.entry("wk", 604800 * SECOND),
            Map.entry("week", 604800 * SECOND));

    private OpenApiTimes() {}

    /** Go's form, or numbers with units in words. */
    static @Nullable Long duration(String text) {
        Long go = GoTime.duration(text);
        if (go != null) {
            return go;
        }
        Matcher part = PART.matcher(text);
        long total = 0;
        boolean found = false;
        while (part.find()) {
            String unit = part.group(2).toLowerCase(Locale.ROOT);
            Long size = UNITS.get(unit);
            if (size == null && unit.endsWith("s")) {
                size = UNITS.get(unit.substring(0, unit.length() - 1));
            }
            if (size == null || part.group(1).length() > 12) {
                continue;
            }
            total += Long.parseLong(part.group(1)) * size;
            found = true;
        }
        return found ? Long.valueOf(total) : null;
    }

    static @Nullable TimestampValue date(String text) {
        return time(text + "T00:00:00Z");
    }

    /** RFC 3339, also without a zone, also without a time. */
    static @Nullable TimestampValue dateTime(String text) {
        TimestampValue exact = time(text);
        if (exact != null) {
            return exact;
        }
        TimestampValue local = time(text + "Z");
        return local == null ? date(text) : local;
    }

    private static @Nullable TimestampValue time(String text) {
        OffsetDateTime time = GoTime.parse(text);
        return time == null ? null : new TimestampValue(time);
    }
}
