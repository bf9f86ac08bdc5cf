package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoObject;
import dev.drydock.yaml.GoQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code time.Duration} with its methods.
 *
 * @param nanos nanoseconds
 */
record GoDuration(long nanos) implements GoObject {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L, "ms", 1_000_000L, "s", SECOND, "m", MINUTE, "h", HOUR);

    /**
     * time.ParseDuration.
     *
     * @throws GoException with its message
     */
    static GoDuration parse(String text) {
        String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return new GoDuration(0);
        }
        if (rest.isEmpty()) {
            throw new GoException("time: invalid duration " + GoQuote.quote(text));
        }
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < rest.length()) {
            int start = at;
            while (at < rest.length() && (Character.isDigit(rest.charAt(at)) || rest.charAt(at) == '.')) {
                at++;
            }
            String number = rest.substring(start, at);
            if (!number.matches("[0-9]+\\.?[0-9]*|\\.[0-9]+")) {
                throw new GoException("time: invalid duration " + GoQuote.quote(text));
            }
            int unitStart = at;
            while (at < rest.length() && !Character.isDigit(rest.charAt(at)) && rest.charAt(at) != '.') {
                at++;
            }
            String unit = rest.substring(unitStart, at);
            if (unit.isEmpty()) {
                throw new GoException("time: missing unit in duration " + GoQuote.quote(text));
            }
            Long size = UNITS.get(unit);
            if (size == null) {
                throw new GoException(
                        "time: unknown unit " + GoQuote.quote(unit) + " in duration " + GoQuote.quote(text));
            }
            sum = sum.add(
                    new BigDecimal(number).multiply(BigDecimal.valueOf(size)).setScale(0, RoundingMode.DOWN));
        }
        if (sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new GoException("time: invalid duration " + GoQuote.quote(text));
        }
        return new GoDuration(text.startsWith("-") ? -sum.longValue() : sum.longValue());
    }

    @Override
    public String type() {
        return "time.Duration";
    }

    @Override
    public String kind() {
        return "int64";
    }

    @Override
    public Object json() {
        return GoInt.int64(nanos);
    }

    @Override
    public String text() {
        if (nanos == 0) {
            return "0s";
        }
        long size = Math.abs(nanos);
        String sign = nanos < 0 ? "-" : "";
        if (size < SECOND) {
            long unit = size < 1_000 ? 1 : size < 1_000_000 ? 1_000 : 1_000_000;
            return sign + plain(size, unit) + (unit == 1 ? "ns" : unit == 1_000 ? "µs" : "ms");
        }
        long minutes = size / MINUTE;
        String seconds = plain(size % MINUTE, SECOND) + "s";
        if (minutes == 0) {
            return sign + seconds;
        }
        String hours = minutes >= 60 ? minutes / 60 + "h" : "";
        return sign + hours + minutes % 60 + "m" + seconds;
    }

    private static String plain(long size, long unit) {
        BigDecimal number = BigDecimal.valueOf(size).divide(BigDecimal.valueOf(unit));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    GoDuration truncate(long unit) {
        return unit <= 0 ? this : new GoDuration(nanos - nanos % unit);
    }

    GoDuration round(long unit) {
        if (unit <= 0) {
            return this;
        }
        long rest = Math.abs(nanos) % unit;
        long size = Math.abs(nanos) - rest + (rest + rest < unit ? 0 : unit);
        return new GoDuration(nanos < 0 ? -size : size);
    }

    double in(long unit) {
        long whole = nanos / unit;
        return whole + (nanos % unit) / (double) unit;
    }

    @Override
    public @Nullable GoFunction method(String name) {
        return switch (name) {
            case "String" -> GoFunction.of(a -> text());
            case "Seconds" -> GoFunction.of(a -> in(SECOND));
            case "Minutes" -> GoFunction.of(a -> in(MINUTE));
            case "Hours" -> GoFunction.of(a -> in(HOUR));
            case "Milliseconds" -> GoFunction.of(a -> GoInt.int64(nanos / 1_000_000));
            case "Microseconds" -> GoFunction.of(a -> GoInt.int64(nanos / 1_000));
            case "Nanoseconds" -> GoFunction.of(a -> GoInt.int64(nanos));
            case "Abs" -> GoFunction.of(a -> new GoDuration(Math.abs(nanos)));
            default -> null;
        };
    }
}
