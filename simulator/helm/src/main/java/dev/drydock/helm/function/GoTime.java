package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoObject;
import dev.drydock.helm.value.GoType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code time.Time} with the methods that templates use.
 *
 * @param time the point in time, in its zone
 */
record GoTime(ZonedDateTime time) implements GoObject {

    static final GoTime ZERO = new GoTime(ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

    @Override
    public String type() {
        return GoType.TIME.toString();
    }

    @Override
    public String kind() {
        return "struct";
    }

    @Override
    public String text() {
        return TimeFormat.format("2006-01-02 15:04:05.999999999 -0700 MST", time);
    }

    @Override
    public Object json() {
        return TimeFormat.format("2006-01-02T15:04:05.999999999Z07:00", time);
    }

    GoTime plus(GoDuration duration) {
        return new GoTime(time.plusNanos(duration.nanos()));
    }

    @Override
    public @Nullable GoFunction method(String name) {
        return switch (name) {
            case "Format" -> GoFunction.of(a -> TimeFormat.format(a.string(0), time), GoType.STRING);
            case "String" -> GoFunction.of(a -> text());
            case "AddDate" -> GoFunction.of(this::addDate, GoType.INT, GoType.INT, GoType.INT);
            case "Year" -> GoFunction.of(a -> GoInt.of(time.getYear()));
            case "Day" -> GoFunction.of(a -> GoInt.of(time.getDayOfMonth()));
            case "YearDay" -> GoFunction.of(a -> GoInt.of(time.getDayOfYear()));
            case "Hour" -> GoFunction.of(a -> GoInt.of(time.getHour()));
            case "Minute" -> GoFunction.of(a -> GoInt.of(time.getMinute()));
            case "Second" -> GoFunction.of(a -> GoInt.of(time.getSecond()));
            case "Nanosecond" -> GoFunction.of(a -> GoInt.of(time.getNano()));
            case "Unix" -> GoFunction.of(a -> GoInt.int64(time.toEpochSecond()));
            case "UnixMilli" -> GoFunction.of(a -> GoInt.int64(time.toInstant().toEpochMilli()));
            case "UnixNano" ->
                GoFunction.of(a -> GoInt.int64(time.toEpochSecond() * GoDuration.SECOND + time.getNano()));
            case "UTC", "Local" -> GoFunction.of(a -> new GoTime(time.withZoneSameInstant(ZoneOffset.UTC)));
            case "IsZero" -> GoFunction.of(a -> time.toInstant().equals(ZERO.time.toInstant()));
            case "Month" ->
                GoFunction.of(a -> named("time.Month", time.getMonthValue(), CalendarNames.of(time.getMonth())));
            case "Weekday" ->
                GoFunction.of(a -> named(
                        "time.Weekday", time.getDayOfWeek().getValue() % 7, CalendarNames.of(time.getDayOfWeek())));
            case "After" -> GoFunction.of(a -> time.toInstant().isAfter(other(a.get(0))), GoType.TIME);
            case "Before" -> GoFunction.of(a -> time.toInstant().isBefore(other(a.get(0))), GoType.TIME);
            case "Equal" -> GoFunction.of(a -> time.toInstant().equals(other(a.get(0))), GoType.TIME);
            case "Sub" ->
                GoFunction.of(
                        a -> new GoDuration(java.time.Duration.between(other(a.get(0)), time)
                                .toNanos()),
                        GoType.TIME);
            default -> null;
        };
    }

    private static java.time.Instant other(@Nullable Object value) {
        if (value instanceof GoTime other) {
            return other.time.toInstant();
        }
        throw GoException.nil();
    }

    /** Days beyond the month's end run into the next month. */
    private GoTime addDate(dev.drydock.helm.value.Arguments a) {
        long months = time.getYear() * 12L + time.getMonthValue() - 1 + a.integer(0) * 12 + a.integer(1);
        LocalDate first = LocalDate.of((int) Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1, 1);
        LocalDate date = first.plusDays(time.getDayOfMonth() - 1 + a.integer(2));
        return new GoTime(time.toLocalTime().atDate(date).atZone(time.getZone()));
    }

    private static GoObject named(String type, long number, String text) {
        return new Named(type, number, text);
    }

    /** A number with a name. */
    private record Named(String type, long number, String text) implements GoObject {
        @Override
        public String kind() {
            return "int";
        }

        @Override
        public Object json() {
            return GoInt.of(number);
        }
    }
}
