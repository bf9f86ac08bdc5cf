package dev.drydock.yaml;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Durations as Go's time package reads and prints them: {@code 1h30m}, {@code 1h30m0s}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoDurations {

    /** 2^63 unsigned: Go counts up to it, since it is the least duration once negated. */
    private static final long LIMIT = Long.MIN_VALUE;

    private static final Pattern PART = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?([^0-9.]*)");

    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDurations() {}

    /**
     * The duration that a text spells (time/format.go, ParseDuration).
     *
     * @throws InvalidDurationException with Go's words
     */
    public static Duration parse(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (text.length() == at + 1 && text.charAt(at) == '0') {
            return Duration.ZERO;
        }
        if (text.length() == at) {
            throw invalid(text);
        }
        long nanos = 0;
        Matcher part = PART.matcher(text);
        while (at < text.length()) {
            part.region(at, text.length()).lookingAt();
            nanos += nanos(part, text);
            if (isBeyond(nanos)) {
                throw invalid(text);
            }
            at = part.end();
        }
        if (!negative && nanos == LIMIT) {
            throw invalid(text);
        }
        return Duration.ofNanos(negative ? -nanos : nanos);
    }

    /** The nanoseconds of one number with its unit, unsigned. */
    private static long nanos(Matcher part, String text) {
        String digits = part.group(1);
        String decimals = part.group(2) == null ? "" : part.group(2);
        if (digits.isEmpty() && decimals.isEmpty()) {
            throw invalid(text);
        }
        long whole = whole(digits, text);
        String unit = part.group(3);
        if (unit.isEmpty()) {
            throw new InvalidDurationException("time: missing unit in duration " + quoted(text));
        }
        Long size = UNITS.get(unit);
        if (size == null) {
            throw new InvalidDurationException("time: unknown unit " + quoted(unit) + " in duration " + quoted(text));
        }
        if (Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, size)) > 0) {
            throw invalid(text);
        }
        long nanos = whole * size + fraction(decimals, size);
        if (isBeyond(nanos)) {
            throw invalid(text);
        }
        return nanos;
    }

    private static boolean isBeyond(long nanos) {
        return Long.compareUnsigned(nanos, LIMIT) > 0;
    }

    private static long whole(String digits, String text) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            long next = tenfold(value, digits.charAt(i));
            if (isBeyond(next)) {
                throw invalid(text);
            }
            value = next;
        }
        return value;
    }

    /** The part behind the point, with Go's floating-point arithmetic; digits that are too many do not count. */
    private static long fraction(String digits, long unit) {
        long value = 0;
        double scale = 1;
        for (int i = 0; i < digits.length(); i++) {
            long next = tenfold(value, digits.charAt(i));
            if (isBeyond(next)) {
                break;
            }
            value = next;
            scale *= 10;
        }
        double count = value == LIMIT ? 0x1p63 : value;
        return (long) (count * (unit / scale));
    }

    /** A number with one more digit; all bits set where that is beyond the limit. */
    private static long tenfold(long value, char digit) {
        return Long.compareUnsigned(value, Long.MAX_VALUE / 10) > 0 ? -1 : value * 10 + (digit - '0');
    }

    private static InvalidDurationException invalid(String text) {
        return new InvalidDurationException("time: invalid duration " + quoted(text));
    }

    /** Go quotes bytes here, not characters. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", b));
            } else {
                quoted.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
            }
        }
        return quoted.append('"').toString();
    }

    /** The duration as Go prints it, with the largest unit first and seconds always. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        String sign = duration.isNegative() ? "-" : "";
        Duration positive = duration.abs();
        if (positive.compareTo(Duration.ofSeconds(1)) < 0) {
            return sign + belowSecond(positive.toNanos());
        }
        long hours = positive.toHours();
        long minutes = positive.toMinutesPart();
        String seconds =
                decimal(BigDecimal.valueOf(positive.toSecondsPart()).add(BigDecimal.valueOf(positive.toNanosPart(), 9)))
                        + "s";
        String text =
                hours > 0 ? hours + "h" + minutes + "m" + seconds : minutes > 0 ? minutes + "m" + seconds : seconds;
        return sign + text;
    }

    private static String belowSecond(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000
                ? decimal(BigDecimal.valueOf(nanos, 3)) + "µs"
                : decimal(BigDecimal.valueOf(nanos, 6)) + "ms";
    }

    private static String decimal(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
