package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFloats;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.GoSpace;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Durations (Helm's engine/funcs.go): what is no duration is zero, except to {@code mustToDuration}. */
final class DurationFunctions {

    private static final long MOST_SECONDS = Long.MAX_VALUE / GoDuration.SECOND;

    private DurationFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("mustToDuration", GoFunction.of(a -> of(a.get(0)), ANY));
        add(table, "durationSeconds", d -> d.in(GoDuration.SECOND));
        add(table, "durationMinutes", d -> d.in(GoDuration.MINUTE));
        add(table, "durationHours", d -> d.in(GoDuration.HOUR));
        add(table, "durationDays", d -> d.in(GoDuration.HOUR) / 24.0);
        add(table, "durationWeeks", d -> d.in(GoDuration.HOUR) / 24.0 / 7.0);
        add(table, "durationMilliseconds", d -> GoInt.int64(d.nanos() / 1_000_000));
        add(table, "durationMicroseconds", d -> GoInt.int64(d.nanos() / 1_000));
        add(table, "durationNanoseconds", d -> GoInt.int64(d.nanos()));
        table.put("durationRoundTo", GoFunction.of(a -> unit(a.get(0), a.get(1), true), ANY, ANY));
        table.put("durationTruncateTo", GoFunction.of(a -> unit(a.get(0), a.get(1), false), ANY, ANY));
    }

    private static void add(Map<String, GoFunction> table, String name, Function<GoDuration, Object> result) {
        table.put(name, GoFunction.of(a -> result.apply(orZero(a.get(0))), ANY));
    }

    private static GoDuration unit(@Nullable Object value, @Nullable Object unit, boolean round) {
        GoDuration duration = orZero(value);
        long size;
        try {
            size = of(unit).nanos();
        } catch (GoException e) {
            return duration;
        }
        return round ? duration.round(size) : duration.truncate(size);
    }

    private static GoDuration orZero(@Nullable Object value) {
        try {
            return of(value);
        } catch (GoException e) {
            return new GoDuration(0);
        }
    }

    private static GoDuration of(@Nullable Object value) {
        if (value instanceof GoDuration duration) {
            return duration;
        }
        if (value == null) {
            throw new GoException("invalid duration");
        }
        if (value instanceof String text) {
            return parsed(text);
        }
        if (value instanceof GoInt number) {
            boolean fits =
                    Math.abs(number.value()) <= MOST_SECONDS && (number.kind().isSigned() || number.value() >= 0);
            if (!fits) {
                throw new GoException("duration seconds overflow: " + number);
            }
            return new GoDuration(number.value() * GoDuration.SECOND);
        }
        if (value instanceof Double number) {
            return seconds(number);
        }
        throw new GoException("unsupported duration type " + GoTypes.type(value));
    }

    private static GoDuration parsed(String text) {
        String trimmed = GoSpace.trim(text);
        if (trimmed.isEmpty()) {
            throw new GoException("empty duration");
        }
        try {
            return GoDuration.parse(trimmed);
        } catch (GoException e) {
            Double number = Cast.floating(trimmed);
            if (number == null) {
                throw new GoException("could not parse duration " + GoQuote.quote(text));
            }
            return seconds(number);
        }
    }

    private static GoDuration seconds(double number) {
        String shown = GoFloats.format(number, 'g', -1);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new GoException("invalid duration seconds: " + shown);
        }
        if (Math.abs(number) > Long.MAX_VALUE / 1e9) {
            throw new GoException("duration seconds overflow: " + shown);
        }
        return new GoDuration((long) (number * 1e9));
    }
}
