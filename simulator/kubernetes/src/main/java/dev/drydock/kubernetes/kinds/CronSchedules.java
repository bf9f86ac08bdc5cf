package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.InvalidDurationException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** The syntax of cron schedules with the words of the library that reads them (robfig/cron v3, parser.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CronSchedules {

    private static final Map<String, String> DESCRIPTORS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final String EVERY = "@every ";
    private static final Set<String> SHORT_ZONES = Set.of("EST", "MST", "HST");
    private static final List<Bounds> FIELDS = List.of(
            new Bounds(0, 59, List.of()),
            new Bounds(0, 23, List.of()),
            new Bounds(1, 31, List.of()),
            new Bounds(
                    1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new Bounds(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

    private record Bounds(int least, int most, List<String> names) {}

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    private CronSchedules() {}

    /** Whether a time zone of that name exists. */
    public static boolean isZone(String name) {
        return SHORT_ZONES.contains(name)
                || name.equals("Local")
                || (!name.startsWith("SystemV/") && ZoneId.getAvailableZoneIds().contains(name));
    }

    /** What is wrong with a schedule, empty when nothing is. */
    static String wrongWith(String schedule) {
        try {
            read(schedule, ZoneOffset.UTC);
            return "";
        } catch (Wrong e) {
            return e.text();
        }
    }

    /**
     * The times of a schedule; empty where something is wrong with it.
     *
     * @param zone the zone where the schedule names none
     */
    public static Optional<CronTimes> times(String schedule, ZoneId zone) {
        try {
            return Optional.of(read(schedule, zone));
        } catch (Wrong e) {
            return Optional.empty();
        }
    }

    private static CronTimes read(String text, ZoneId otherwise) throws Wrong {
        String schedule = withoutZone(text);
        String zoneName = schedule.equals(text) ? "" : text.substring(text.indexOf('=') + 1, text.indexOf(' '));
        ZoneId zone =
                zoneName.isEmpty() || zoneName.equals("Local") ? otherwise : ZoneId.of(zoneName, ZoneId.SHORT_IDS);
        if (schedule.startsWith(EVERY)) {
            return every(schedule);
        }
        if (!schedule.startsWith("@")) {
            return calendar(schedule, zone);
        }
        String meant = DESCRIPTORS.get(schedule);
        if (meant == null) {
            throw new Wrong("unrecognized descriptor: " + schedule);
        }
        return calendar(meant, zone);
    }

    private static CronTimes calendar(String schedule, ZoneId zone) throws Wrong {
        List<String> fields = new ArrayList<>(List.of(schedule.strip().split("\\s+")));
        fields.remove("");
        if (fields.size() != FIELDS.size()) {
            throw new Wrong(
                    "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
        }
        List<CronTimes.Field> sets = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            CronTimes.Field set = new CronTimes.Field(0, false);
            for (String expression : fields.get(i).split(",", -1)) {
                if (!expression.isEmpty()) {
                    set = set.or(range(expression, FIELDS.get(i)));
                }
            }
            sets.add(set);
        }
        return new CronTimes.Calendar(List.copyOf(sets), zone);
    }

    private static String withoutZone(String text) throws Wrong {
        if (!text.startsWith("TZ=") && !text.startsWith("CRON_TZ=")) {
            return text;
        }
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new Wrong("invalid schedule format: runtime error: slice bounds out of range [:-1]");
        }
        String zone = text.substring(text.indexOf('=') + 1, space);
        if (!zone.isEmpty() && !isZone(zone)) {
            throw new Wrong("provided bad location " + zone + ": unknown time zone " + zone);
        }
        return text.substring(space).strip();
    }

    private static CronTimes every(String text) throws Wrong {
        try {
            long seconds = GoDurations.parse(text.substring(EVERY.length())).toSeconds();
            return new CronTimes.Every(Duration.ofSeconds(Math.max(seconds, 1)));
        } catch (InvalidDurationException e) {
            throw new Wrong("failed to parse duration " + text + ": " + e.getMessage());
        }
    }

    private static CronTimes.Field range(String expression, Bounds bounds) throws Wrong {
        String[] rangeAndStep = expression.split("/", -1);
        String[] limits = rangeAndStep[0].split("-", -1);
        long start = bounds.least();
        long end = bounds.most();
        boolean open = limits[0].equals("*") || limits[0].equals("?");
        if (!open) {
            start = number(limits[0], bounds.names());
            if (limits.length > 2) {
                throw new Wrong("too many hyphens: " + expression);
            }
            end = limits.length == 1 ? start : number(limits[1], bounds.names());
        }
        long step = 1;
        if (rangeAndStep.length == 2) {
            step = number(rangeAndStep[1], List.of());
            end = limits.length == 1 ? bounds.most() : end;
        } else if (rangeAndStep.length > 2) {
            throw new Wrong("too many slashes: " + expression);
        }
        if (start < bounds.least()) {
            throw new Wrong("beginning of range (" + start + ") below minimum (" + bounds.least() + "): " + expression);
        }
        if (end > bounds.most()) {
            throw new Wrong("end of range (" + end + ") above maximum (" + bounds.most() + "): " + expression);
        }
        if (start > end) {
            throw new Wrong("beginning of range (" + start + ") beyond end of range (" + end + "): " + expression);
        }
        if (step == 0) {
            throw new Wrong("step of range should be a positive number: " + expression);
        }
        long values = 0;
        for (long value = start; value <= end; value += step) {
            values |= 1L << value;
        }
        return new CronTimes.Field(values, open && step == 1);
    }

    private static long number(String text, List<String> names) throws Wrong {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0) {
            return names.size() == 12 ? name + 1L : name;
        }
        String failure = "failed to parse int from " + text + ": strconv.Atoi: parsing " + GoQuote.quote(text) + ": ";
        if (!text.matches("[+-]?[0-9]+")) {
            throw new Wrong(failure + "invalid syntax");
        }
        if (text.length() > 18) {
            throw new Wrong(failure + "value out of range");
        }
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new Wrong("negative number (" + number + ") not allowed: " + text);
        }
        return number;
    }
}
