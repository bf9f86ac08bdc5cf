package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** A point in time, which keeps the offset that it was written with. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TimestampValue(OffsetDateTime time) implements Value {

    /** The seconds of 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, between which timestamps lie. */
    static final long MIN_SECONDS = -62135596800L;

    static final long MAX_SECONDS = 253402300799L;

    private static final class Zones {
        // Java took these three out of its copy of the database
        static final Map<String, ZoneOffset> FIXED =
                Map.of("EST", ZoneOffset.ofHours(-5), "MST", ZoneOffset.ofHours(-7), "HST", ZoneOffset.ofHours(-10));
        static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    }

    @Override
    public CelType type() {
        return CelType.TIMESTAMP;
    }

    /**
     * The time in a zone.
     *
     * @param zone a name as {@code America/New_York}, or an offset as {@code -08:00}
     * @throws IllegalArgumentException for a zone that there is not, in Go's words
     */
    public OffsetDateTime in(String zone) {
        int colon = zone.indexOf(':');
        if (colon >= 0) {
            long hours = number(zone.substring(0, colon));
            long minutes = number(zone.substring(colon + 1));
            long offset = zone.startsWith("-") ? hours * 60 - minutes : hours * 60 + minutes;
            return shifted(offset * 60);
        }
        if (zone.isEmpty() || zone.equals("UTC") || zone.equals("Local")) {
            return time.withOffsetSameInstant(ZoneOffset.UTC);
        }
        ZoneOffset fixed = Zones.FIXED.get(zone);
        if (fixed != null) {
            return time.withOffsetSameInstant(fixed);
        }
        if (!Zones.KNOWN.contains(zone)) {
            throw new IllegalArgumentException("unknown time zone " + zone);
        }
        return time.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime();
    }

    /** Java knows no offsets beyond 18 hours; the fields are those of UTC moved by the offset. */
    private OffsetDateTime shifted(long seconds) {
        try {
            return time.withOffsetSameInstant(ZoneOffset.UTC).plusSeconds(seconds);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("timestamp overflow");
        }
    }

    private static long number(String text) {
        return GoParse.integer(text, "Atoi");
    }
}
