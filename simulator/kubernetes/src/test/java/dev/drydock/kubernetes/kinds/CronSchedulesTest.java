package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronSchedulesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            */5 * * * *              |
            0 2 1-15/2 jan-MAR ?     |
            @daily                   |
            @every 1h30m             |
            TZ=Europe/Berlin 0 2 * * * |
            * * * *                  | expected exactly 5 fields, found 4: [* * * *]
            60 * * * *               | end of range (60) above maximum (59): 60
            * * 0 * *                | beginning of range (0) below minimum (1): 0
            * 5-3 * * *              | beginning of range (5) beyond end of range (3): 5-3
            * 1-2-3 * * *            | too many hyphens: 1-2-3
            */2/3 * * * *            | too many slashes: */2/3
            */0 * * * *              | step of range should be a positive number: */0
            a * * * *                | failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax
            @often                   | unrecognized descriptor: @often
            @every day               | failed to parse duration @every day: time: invalid duration "day"
            TZ=Nowhere/At 0 2 * * *  | provided bad location Nowhere/At: unknown time zone Nowhere/At
            """)
    void says_what_is_wrong_in_the_words_of_the_library(String schedule, @Nullable String wrong) {
        assertThat(CronSchedules.wrongWith(schedule)).isEqualTo(wrong == null ? "" : wrong);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Europe/Berlin, true", "UTC, true", "EST, true", "Berlin, false", "SystemV/EST5, false"})
    void knows_the_zones(String name, boolean known) {
        assertThat(CronSchedules.isZone(name)).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} in {1} after {2}: {3}")
    @CsvSource({
        "*/5 * * * *, UTC, 2026-01-01T00:04:59Z, 2026-01-01T00:05:00Z",
        "0 2 * * *, Europe/Berlin, 2026-01-01T00:00:00Z, 2026-01-01T01:00:00Z",
        "0 0 13 * 5, UTC, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z",
        "0 0 13 * *, UTC, 2026-01-01T00:00:00Z, 2026-01-13T00:00:00Z",
        "0 0 * * 0, UTC, 2026-01-01T00:00:00Z, 2026-01-04T00:00:00Z",
        "0 0 29 2 *, UTC, 2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
        "0 0 30 2 *, UTC, 2026-01-01T00:00:00Z,",
        "@weekly, UTC, 2026-01-01T00:00:00Z, 2026-01-04T00:00:00Z",
        "@every 90s, UTC, 2026-01-01T00:00:00Z, 2026-01-01T00:01:30Z",
        "TZ=Asia/Tokyo 0 9 * * *, UTC, 2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z"
    })
    void finds_the_next_time(String schedule, String zone, Instant after, @Nullable Instant next) {
        CronTimes times = CronSchedules.times(schedule, ZoneId.of(zone)).orElseThrow();
        assertThat(times.after(after)).isEqualTo(Optional.ofNullable(next));
    }
}
