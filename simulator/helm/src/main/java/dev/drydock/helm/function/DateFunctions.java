package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.STRING;
import static dev.drydock.helm.value.GoType.TIME;

import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates (Sprig's date.go) on a clock that stands still; the local zone is UTC. */
final class DateFunctions {

    private final Instant now;

    private DateFunctions(Instant now) {
        this.now = now;
    }

    static void addTo(Map<String, GoFunction> table, Instant now) {
        new DateFunctions(now).addTo(table);
    }

    private void addTo(Map<String, GoFunction> table) {
        table.put("now", GoFunction.of(a -> at(now)));
        table.put("date", GoFunction.of(a -> format(a.string(0), a.get(1), "Local"), STRING, ANY));
        GoFunction inZone = GoFunction.of(a -> format(a.string(0), a.get(1), a.string(2)), STRING, ANY, STRING);
        table.put("dateInZone", inZone);
        table.put("date_in_zone", inZone);
        table.put("htmlDate", GoFunction.of(a -> format("2006-01-02", a.get(0), "Local"), ANY));
        table.put("htmlDateInZone", GoFunction.of(a -> format("2006-01-02", a.get(0), a.string(1)), ANY, STRING));
        GoFunction modify = GoFunction.of(DateFunctions::modify, STRING, TIME);
        table.put("dateModify", modify);
        table.put("date_modify", modify);
        GoFunction mustModify = GoFunction.of(a -> time(a.get(1)).plus(GoDuration.parse(a.string(0))), STRING, TIME);
        table.put("mustDateModify", mustModify);
        table.put("must_date_modify", mustModify);
        table.put("toDate", GoFunction.of(DateFunctions::toDate, STRING, STRING));
        table.put(
                "mustToDate",
                GoFunction.of(a -> new GoTime(TimeParse.parse(a.string(0), a.string(1))), STRING, STRING));
        table.put(
                "unixEpoch",
                GoFunction.of(a -> Long.toString(time(a.get(0)).time().toEpochSecond()), TIME));
        table.put("ago", GoFunction.of(this::ago, ANY));
        table.put("duration", GoFunction.of(DateFunctions::duration, ANY));
        table.put("durationRound", GoFunction.of(this::rounded, ANY));
    }

    private static GoTime at(Instant instant) {
        return new GoTime(instant.atZone(ZoneOffset.UTC));
    }

    private static GoTime time(@Nullable Object value) {
        if (value instanceof GoTime time) {
            return time;
        }
        throw GoException.nil();
    }

    private ZonedDateTime moment(@Nullable Object value) {
        if (value instanceof GoTime time) {
            return time.time();
        }
        boolean seconds = value instanceof GoInt number && number.kind().isSigned();
        long most = 100_000_000_000L;
        if (seconds && value instanceof GoInt number && Math.abs(number.value()) < most) {
            return Instant.ofEpochSecond(number.value()).atZone(ZoneOffset.UTC);
        }
        return now.atZone(ZoneOffset.UTC);
    }

    private String format(String layout, @Nullable Object value, String zone) {
        return TimeFormat.format(layout, moment(value).withZoneSameInstant(location(zone)));
    }

    /** A zone by its name (time.LoadLocation); UTC when there is none of that name. */
    private static ZoneId location(String name) {
        boolean known = !name.equals("UTC") && ZoneId.getAvailableZoneIds().contains(name);
        return known ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    private static GoTime modify(Arguments a) {
        try {
            return time(a.get(1)).plus(GoDuration.parse(a.string(0)));
        } catch (GoException e) {
            return time(a.get(1));
        }
    }

    private static GoTime toDate(Arguments a) {
        try {
            return new GoTime(TimeParse.parse(a.string(0), a.string(1)));
        } catch (GoException e) {
            return GoTime.ZERO;
        }
    }

    private String ago(Arguments a) {
        long nanos =
                Duration.between(moment(a.get(0)), now.atZone(ZoneOffset.UTC)).toNanos();
        return new GoDuration(nanos).round(GoDuration.SECOND).text();
    }

    private static String duration(Arguments a) {
        Object value = a.get(0);
        long seconds = 0;
        if (value instanceof String text && text.matches("[+-]?[0-9]{1,18}")) {
            seconds = Long.parseLong(text);
        } else if (value instanceof GoInt number && number.kind() == GoInt.Kind.INT64) {
            seconds = number.value();
        }
        return new GoDuration(seconds * GoDuration.SECOND).text();
    }

    private String rounded(Arguments a) {
        long size = Math.abs(nanos(a.get(0)));
        long day = 24 * GoDuration.HOUR;
        long[] units = {365 * day, 30 * day, day, GoDuration.HOUR, GoDuration.MINUTE, GoDuration.SECOND};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (size > units[i]) {
                return size / units[i] + names[i];
            }
        }
        return "0s";
    }

    private long nanos(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                return GoDuration.parse(text).nanos();
            } catch (GoException e) {
                return 0;
            }
        }
        if (value instanceof GoTime time) {
            return Duration.between(time.time().toInstant(), now).toNanos();
        }
        return value instanceof GoInt number && number.kind() == GoInt.Kind.INT64 ? number.value() : 0;
    }
}
