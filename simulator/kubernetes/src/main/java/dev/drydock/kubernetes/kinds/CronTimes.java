package dev.drydock.kubernetes.kinds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** The times of a cron schedule (robfig/cron v3, spec.go and constantdelay.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface CronTimes {

    /** The first time after another one; empty where none comes within five years. */
    Optional<Instant> after(Instant time);

    /**
     * A steady beat.
     *
     * @param period of whole seconds
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    record Every(Duration period) implements CronTimes {

        @Override
        public Optional<Instant> after(Instant time) {
            return Optional.of(time.plus(period).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /**
     * Times of the calendar.
     *
     * @param fields sets of minutes, hours, days, months and days of the week
     * @param zone whose calendar it is
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    record Calendar(List<Field> fields, ZoneId zone) implements CronTimes {

        private static final int YEARS = 5;

        @Override
        public Optional<Instant> after(Instant time) {
            ZonedDateTime at = time.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            int last = at.getYear() + YEARS;
            while (at.getYear() <= last) {
                if (!fields.get(3).has(at.getMonthValue())) {
                    at = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
                } else if (!isDay(at)) {
                    at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
                } else if (!fields.get(1).has(at.getHour())) {
                    at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
                } else if (!fields.get(0).has(at.getMinute())) {
                    at = at.plusMinutes(1);
                } else {
                    return Optional.of(at.toInstant());
                }
            }
            return Optional.empty();
        }

        /** Either kind of day is enough, unless one of them is left open. */
        private boolean isDay(ZonedDateTime at) {
            Field days = fields.get(2);
            Field weekdays = fields.get(4);
            boolean day = days.has(at.getDayOfMonth());
            boolean weekday = weekdays.has(at.getDayOfWeek().getValue() % 7);
            boolean open = days.open() || weekdays.open();
            return open ? day && weekday : day || weekday;
        }
    }

    /**
     * The values of one field of a schedule.
     *
     * @param values a bit for every value
     * @param open whether the field is a star
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    record Field(long values, boolean open) {

        boolean has(int value) {
            return (values >> value & 1) == 1;
        }

        Field or(Field other) {
            return new Field(values | other.values, open || other.open);
        }
    }
}
