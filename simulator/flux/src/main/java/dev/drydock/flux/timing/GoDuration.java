package dev.drydock.flux.timing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;

/** Durations as Go's time package reads and prints them: {@code 1h30m}, {@code 1h30m0s}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GoDuration {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);

    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    /**
     * The duration that a text spells.
     *
     * @throws InvalidDurationException with Go's words
     */
    public static Duration parse(String text) {
        String rest = text;
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1);
        }
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        if (rest.isEmpty()) {
            throw invalid(text);
        }
        BigInteger nanos = BigInteger.ZERO;
        while (!rest.isEmpty()) {
            int number = prefix(rest, true);
            String digits = rest.substring(0, number);
            if (digits.isEmpty() || digits.equals(".") || digits.indexOf('.') != digits.lastIndexOf('.')) {
                throw invalid(text);
            }
            int point = digits.indexOf('.');
            BigInteger whole = new BigInteger("0" + (point < 0 ? digits : digits.substring(0, point)));
            if (whole.compareTo(LIMIT) > 0) {
                throw invalid(text);
            }
            rest = rest.substring(number);
            int unit = prefix(rest, false);
            if (unit == 0) {
                throw new InvalidDurationException("time: missing unit in duration " + quoted(text));
            }
            Long scale = UNITS.get(rest.substring(0, unit));
            if (scale == null) {
                throw new InvalidDurationException(
                        "time: unknown unit " + quoted(rest.substring(0, unit)) + " in duration " + quoted(text));
            }
            rest = rest.substring(unit);
            nanos = nanos.add(whole.multiply(BigInteger.valueOf(scale)))
                    .add(BigInteger.valueOf(fraction(point < 0 ? "" : digits.substring(point + 1), scale)));
            if (nanos.compareTo(LIMIT) > 0) {
                throw invalid(text);
            }
        }
        if (!negative && nanos.equals(LIMIT)) {
            throw invalid(text);
        }
        return Duration.ofNanos(negative ? nanos.negate().longValue() : nanos.longValue());
    }

    /** The part behind the point in nanoseconds, with Go's floating-point arithmetic; digits that are too many do not count. */
    private static long fraction(String digits, long unit) {
        BigInteger value = BigInteger.ZERO;
        double scale = 1;
        for (int i = 0; i < digits.length(); i++) {
            BigInteger next = value.multiply(BigInteger.TEN).add(BigInteger.valueOf(digits.charAt(i) - '0'));
            if (next.compareTo(LIMIT) > 0) {
                break;
            }
            value = next;
            scale *= 10;
        }
        return (long) (value.doubleValue() * (unit / scale));
    }

    /** The length of the number, or of the unit, at the start. A second point belongs to the next part. */
    private static int prefix(String text, boolean number) {
        int i = 0;
        boolean point = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean numeric = c == '.' || (c >= '0' && c <= '9');
            if (numeric != number || (number && c == '.' && point)) {
                break;
            }
            point |= c == '.';
            i++;
        }
        return i;
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
