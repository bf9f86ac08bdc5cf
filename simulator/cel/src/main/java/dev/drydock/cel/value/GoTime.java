package dev.drydock.cel.value;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Times and durations as Go's package time reads and writes them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoTime {

    /** The seconds of 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, between which timestamps lie. */
    static final long MIN_SECONDS = -62135596800L;

    static final long MAX_SECONDS = 253402300799L;

    private static final Pattern RFC3339 =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
                    + "(?:[.,]([0-9]+))?(Z|([+-])([0-9]{2}):([0-9]{2}))");
    private static final Pattern UNIT = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)");

    private GoTime() {}

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

    private static StringBuilder pad(StringBuilder out, int number, int width) {
        String text = Integer.toString(number);
        return out.append("0".repeat(Math.max(0, width - text.length()))).append(text);
    }

    /** A duration as {@code 1h15m30.5s} in nanoseconds, or null for another text. */
    public static @Nullable Long duration(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0L;
        }
        if (rest.isEmpty()) {
            return null;
        }
        Matcher m = UNIT.matcher(rest);
        int at = 0;
        // Go counts up to 2^63 unsigned, which is the least duration once negated
        long total = 0;
        while (at < rest.length()) {
            if (!m.find() || m.start() != at) {
                return null;
            }
            Long part = part(m);
            if (part == null) {
                return null;
            }
            total += part;
            if (Long.compareUnsigned(total, Long.MIN_VALUE) > 0) {
                return null;
            }
            at = m.end();
        }
        return negative ? Long.valueOf(-total) : total < 0 ? null : Long.valueOf(total);
    }

    /** The unsigned length of one number with its unit, at most 2^63. */
    private static @Nullable Long part(Matcher m) {
        String fraction = m.group(2) == null ? "" : m.group(2);
        if (m.group(1).isEmpty() && fraction.isEmpty()) {
            return null;
        }
        long unit = unit(m.group(3));
        Long whole = m.group(1).isEmpty() ? Long.valueOf(0) : GoParse.unsigned(m.group(1));
        if (whole == null || Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
            return null;
        }
        long total = whole * unit + fraction(fraction, unit);
        return Long.compareUnsigned(total, Long.MIN_VALUE) > 0 ? null : total;
    }

    private static long fraction(String digits, long unit) {
        long value = 0;
        double scale = 1;
        for (int i = 0; i < digits.length(); i++) {
            if (value > (Long.MAX_VALUE - 9) / 10) {
                break;
            }
            value = value * 10 + digits.charAt(i) - '0';
            scale *= 10;
        }
        return value == 0 ? 0 : (long) ((double) value * ((double) unit / scale));
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    /** A duration as Go prints it: {@code 1h15m30.5s}. */
    public static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        java.math.BigInteger left = java.math.BigInteger.valueOf(nanos).abs();
        long size = left.bitLength() < 64 ? left.longValue() : Long.MIN_VALUE;
        String sign = nanos < 0 ? "-" : "";
        if (Long.compareUnsigned(size, 1_000_000_000L) < 0) {
            long unit = size < 1_000 ? 1 : size < 1_000_000 ? 1_000 : 1_000_000;
            String name = unit == 1 ? "ns" : unit == 1_000 ? "µs" : "ms";
            return sign + decimal(size, unit) + name;
        }
        long seconds = Long.divideUnsigned(size, 1_000_000_000L);
        long rest = Long.remainderUnsigned(size, 1_000_000_000L);
        StringBuilder out = new StringBuilder(sign);
        if (seconds >= 3600) {
            out.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            out.append(seconds / 60 % 60).append('m');
        }
        return out.append(decimal(seconds % 60 * 1_000_000_000L + rest, 1_000_000_000L))
                .append('s')
                .toString();
    }

    private static String decimal(long value, long unit) {
        return java.math.BigDecimal.valueOf(value)
                .divide(java.math.BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }
}
