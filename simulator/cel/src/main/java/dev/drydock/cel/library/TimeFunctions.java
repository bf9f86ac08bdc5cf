package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.type.CelType.DURATION;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;
import static dev.drydock.cel.type.CelType.TIMESTAMP;

import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TimestampValue;
import dev.drydock.cel.value.Value;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The parts of times and durations; times are read in UTC unless a zone is named. */
final class TimeFunctions implements Library {

    private static final long SECOND = 1_000_000_000L;

    @Override
    public Set<String> names() {
        return Set.of(
                "getFullYear",
                "getMonth",
                "getDayOfYear",
                "getDayOfMonth",
                "getDate",
                "getDayOfWeek",
                "getHours",
                "getMinutes",
                "getSeconds",
                "getMilliseconds");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("getFullYear", part("year", OffsetDateTime::getYear), zoned("year", OffsetDateTime::getYear)),
                function(
                        "getMonth",
                        part("month", time -> time.getMonthValue() - 1),
                        zoned("month", time -> time.getMonthValue() - 1)),
                function(
                        "getDayOfYear",
                        part("day_of_year", time -> time.getDayOfYear() - 1),
                        zoned("day_of_year", time -> time.getDayOfYear() - 1)),
                function(
                        "getDayOfMonth",
                        part("day_of_month", time -> time.getDayOfMonth() - 1),
                        zoned("day_of_month", time -> time.getDayOfMonth() - 1)),
                function(
                        "getDate",
                        part("day_of_month_1_based", OffsetDateTime::getDayOfMonth),
                        zoned("day_of_month_1_based", OffsetDateTime::getDayOfMonth)),
                function(
                        "getDayOfWeek",
                        part("day_of_week", time -> time.getDayOfWeek().getValue() % 7),
                        zoned("day_of_week", time -> time.getDayOfWeek().getValue() % 7)),
                function(
                        "getHours",
                        part("hours", OffsetDateTime::getHour),
                        zoned("hours", OffsetDateTime::getHour),
                        length("duration_to_hours", nanos -> nanos / (3600 * SECOND))),
                function(
                        "getMinutes",
                        part("minutes", OffsetDateTime::getMinute),
                        zoned("minutes", OffsetDateTime::getMinute),
                        length("duration_to_minutes", nanos -> nanos / (60 * SECOND))),
                function(
                        "getSeconds",
                        part("seconds", OffsetDateTime::getSecond),
                        // cel-go spells this one without "with"
                        zoned("timestamp_to_seconds_tz", "", OffsetDateTime::getSecond),
                        length("duration_to_seconds", nanos -> nanos / SECOND)),
                function(
                        "getMilliseconds",
                        part("milliseconds", time -> time.getNano() / 1_000_000),
                        zoned("milliseconds", time -> time.getNano() / 1_000_000),
                        length("duration_to_milliseconds", nanos -> nanos / 1_000_000)));
    }

    private static Overload part(String name, ToLongFunction<OffsetDateTime> read) {
        return member(
                "timestamp_to_" + name,
                List.of(TIMESTAMP),
                INT,
                unary(time -> new Scalar.Int(read.applyAsLong(((TimestampValue) time).in("UTC")))));
    }

    private static Overload zoned(String name, ToLongFunction<OffsetDateTime> read) {
        return zoned("timestamp_to_" + name, "_with_tz", read);
    }

    private static Overload zoned(String name, String suffix, ToLongFunction<OffsetDateTime> read) {
        return member(name + suffix, List.of(TIMESTAMP, STRING), INT, binary((time, zone) -> read(time, zone, read)));
    }

    private static Value read(Value time, Value zone, ToLongFunction<OffsetDateTime> read) {
        try {
            return new Scalar.Int(read.applyAsLong(((TimestampValue) time).in(((Scalar.Text) zone).value())));
        } catch (IllegalArgumentException e) {
            return new Failure(String.valueOf(e.getMessage()));
        }
    }

    private static Overload length(String id, ToLongFunction<Long> read) {
        return member(
                id,
                List.of(DURATION),
                INT,
                unary(span -> new Scalar.Int(read.applyAsLong(((DurationValue) span).nanos()))));
    }
}
