package dev.drydock.yaml;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Times as Go's time package reads and prints them in RFC 3339. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoTimes {

    private static final Pattern RFC3339 =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
                    + "(?:[.,]([0-9]+))?(Z|([+-])([0-9]{2}):([0-9]{2}))");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private GoTimes() {}

    /** A time in RFC 3339, or null for another text. */
    public static @Nullable OffsetDateTime parse(String text) {
        Matcher m = RFC3339.matcher(text);
        if (!m.matches()) {
            return null;
        }
        String fraction = m.group(7) == null ? "" : m.group(7);
        String nanos = (fraction + "000000000").substring(0, 9);
        try {
            ZoneOffset offset = offset(m);
            return offset == null
                    ? null
                    : OffsetDateTime.of(
                            number(m, 1),
                            number(m, 2),
                            number(m, 3),
                            number(m, 4),
                            number(m, 5),
                            number(m, 6),
                            Integer.parseInt(nanos),
                            offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static @Nullable ZoneOffset offset(Matcher m) {
        if (m.group(8).equals("Z")) {
            return ZoneOffset.UTC;
        }
        int hours = number(m, 10);
        int minutes = number(m, 11);
        if (hours > 24 || minutes > 60) {
            return null;
        }
        int seconds = hours * 3600 + minutes * 60;
        return ZoneOffset.ofTotalSeconds(m.group(9).equals("-") ? -seconds : seconds);
    }

    /** A time in RFC 3339 with as many decimals as it needs. */
    public static String format(OffsetDateTime time) {
        StringBuilder out = new StringBuilder(40);
        pad(out, time.getYear(), 4).append('-');
        pad(out, time.getMonthValue(), 2).append('-');
        pad(out, time.getDayOfMonth(), 2).append('T');
        pad(out, time.getHour(), 2).append(':');
        pad(out, time.getMinute(), 2).append(':');
        pad(out, time.getSecond(), 2);
        if (time.getNano() != 0) {
            String nanos = String.valueOf(1_000_000_000L + time.getNano()).substring(1);
            out.append('.').append(nanos.replaceAll("0+$", ""));
        }
        int offset = time.getOffset().getTotalSeconds() / 60;
        if (offset == 0) {
            return out.append('Z').toString();
        }
        out.append(offset < 0 ? '-' : '+');
        pad(out, Math.abs(offset) / 60, 2).append(':');
        return pad(out, Math.abs(offset) % 60, 2).toString();
    }

    /** A time in UTC to the second, as {@code metav1.Time} is written. */
    public static String seconds(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).format(SECONDS);
    }

    /** A time in UTC to the microsecond, as {@code metav1.MicroTime} is written. */
    public static String micros(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).format(MICROS);
    }

    private static StringBuilder pad(StringBuilder out, int number, int width) {
        String text = Integer.toString(number);
        return out.append("0".repeat(Math.max(0, width - text.length()))).append(text);
    }
}
