package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoObject;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import java.time.Duration;
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

    /**
     * time.ParseDuration.
     *
     * @throws GoException with its message
     */
    static GoDuration parse(String text) {
        try {
            return new GoDuration(GoDurations.parse(text).toNanos());
        } catch (InvalidDurationException e) {
            throw new GoException(String.valueOf(e.getMessage()));
        }
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
        return GoDurations.format(Duration.ofNanos(nanos));
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
