package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;

/** A length of time in nanoseconds. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DurationValue(long nanos) implements Value {

    @Override
    public CelType type() {
        return CelType.DURATION;
    }

    /** The length in seconds, as {@code 1.5s}. */
    public String text() {
        long whole = nanos / 1_000_000_000L;
        double seconds = (double) whole + (double) (nanos % 1_000_000_000L) / 1e9;
        return Printer.plain(seconds) + "s";
    }
}
