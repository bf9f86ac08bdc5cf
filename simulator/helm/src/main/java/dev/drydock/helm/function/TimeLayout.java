package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Go's layouts for times: an example of how the reference time would look (package time, format.go). */
final class TimeLayout {

    /** The elements, each before those that it begins with. */
    private static final List<String> ELEMENTS = List.of(
            "January",
            "Jan",
            "Monday",
            "Mon",
            "MST",
            "2006",
            "__2",
            "_2006",
            "_2",
            "002",
            "01",
            "02",
            "03",
            "04",
            "05",
            "06",
            "15",
            "PM",
            "pm",
            "-070000",
            "-07:00:00",
            "-0700",
            "-07:00",
            "-07",
            "Z070000",
            "Z07:00:00",
            "Z0700",
            "Z07:00",
            "Z07",
            "1",
            "2",
            "3",
            "4",
            "5");

    private TimeLayout() {}

    private static @Nullable String element(String layout, int at) {
        for (String element : ELEMENTS) {
            if (layout.startsWith(element, at) && !continues(layout, at, element)) {
                return element;
            }
        }
        char c = layout.charAt(at);
        if ((c == '.' || c == ',') && at + 1 < layout.length()) {
            char digit = layout.charAt(at + 1);
            int end = at + 1;
            while (end < layout.length() && layout.charAt(end) == digit) {
                end++;
            }
            boolean fraction = (digit == '0' || digit == '9')
                    && (end >= layout.length() || !Character.isDigit(layout.charAt(end)));
            return fraction ? layout.substring(at, end) : null;
        }
        return null;
    }

    /** {@code Month} holds no {@code Mon}, nor {@code Janet} a {@code Jan}. */
    private static boolean continues(String layout, int at, String element) {
        if (!element.equals("Jan") && !element.equals("Mon")) {
            return false;
        }
        int end = at + element.length();
        return end < layout.length() && Character.isLowerCase(layout.charAt(end));
    }

    static String month(ZonedDateTime time) {
        return time.getMonth().getDisplayName(TextStyle.FULL, Locale.ROOT);
    }

    static String weekday(ZonedDateTime time) {
        return time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String format(String layout, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < layout.length()) {
            if (layout.startsWith("_2006", at)) {
                out.append('_');
                at++;
            }
            String element = element(layout, at);
            if (element == null) {
                out.append(layout.charAt(at));
                at++;
            } else {
                out.append(formatted(element, time));
                at += element.length();
            }
        }
        return out.toString();
    }

    private static String formatted(String element, ZonedDateTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (element) {
            case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Jan" ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case "Monday" -> weekday(time);
            case "Mon" -> weekday(time).substring(0, 3);
            case "MST" -> zone(time);
            case "2006" -> pad(time.getYear(), 4);
            case "06" -> pad(time.getYear() % 100, 2);
            case "01" -> pad(time.getMonthValue(), 2);
            case "1" -> Integer.toString(time.getMonthValue());
            case "02" -> pad(time.getDayOfMonth(), 2);
            case "_2" -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
            case "2" -> Integer.toString(time.getDayOfMonth());
            case "002" -> pad(time.getDayOfYear(), 3);
            case "__2" -> String.format(Locale.ROOT, "%3d", time.getDayOfYear());
            case "15" -> pad(time.getHour(), 2);
            case "03" -> pad(hour, 2);
            case "3" -> Integer.toString(hour);
            case "04" -> pad(time.getMinute(), 2);
            case "4" -> Integer.toString(time.getMinute());
            case "05" -> pad(time.getSecond(), 2);
            case "5" -> Integer.toString(time.getSecond());
            case "PM" -> time.getHour() >= 12 ? "PM" : "AM";
            case "pm" -> time.getHour() >= 12 ? "pm" : "am";
            default ->
                element.charAt(0) == '.' || element.charAt(0) == ','
                        ? fraction(element, time.getNano())
                        : offset(element, time.getOffset().getTotalSeconds());
        };
    }

    private static String pad(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    private static String fraction(String element, int nanos) {
        String digits = pad(nanos, 9);
        String cut = digits.substring(0, Math.min(9, element.length() - 1));
        if (element.charAt(1) == '9') {
            cut = cut.replaceAll("0+$", "");
            return cut.isEmpty() ? "" : element.charAt(0) + cut;
        }
        return element.charAt(0) + cut + "0".repeat(Math.max(0, element.length() - 10));
    }

    private static String offset(String element, int seconds) {
        if (element.startsWith("Z") && seconds == 0) {
            return "Z";
        }
        int size = Math.abs(seconds);
        String colon = element.contains(":") ? ":" : "";
        String text = (seconds < 0 ? "-" : "+") + pad(size / 3600, 2);
        int parts = element.replace(":", "").length();
        text += parts >= 5 ? colon + pad(size / 60 % 60, 2) : "";
        return text + (parts >= 7 ? colon + pad(size % 60, 2) : "");
    }

    private static String zone(ZonedDateTime time) {
        if (time.getZone() instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0
                    ? "UTC"
                    : offset("-0700", offset.getTotalSeconds()).replaceAll("00$", "");
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
    }

    static @Nullable ZoneId zone(String name) {
        if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * time.Parse; a text without zone is in UTC.
     *
     * @throws GoException with its message
     */
    static ZonedDateTime parse(String layout, String value) {
        return new Parse(layout, value).run();
    }

    /** One text that is read by a layout. */
    private static final class Parse {

        private final String layout;
        private final String value;
        private int at;
        private int year = 0;
        private int month = 1;
        private int day = 1;
        private int dayOfYear;
        private int hour;
        private int minute;
        private int second;
        private int nanos;
        private boolean afternoon;
        private boolean morning;
        private ZoneOffset offset = ZoneOffset.UTC;

        Parse(String layout, String value) {
            this.layout = layout;
            this.value = value;
        }

        private GoException problem(String element) {
            return new GoException("parsing time " + GoQuote.quote(value) + " as " + GoQuote.quote(layout)
                    + ": cannot parse " + GoQuote.quote(value.substring(Math.min(at, value.length()))) + " as "
                    + GoQuote.quote(element));
        }

        private GoException range(String what) {
            return new GoException("parsing time " + GoQuote.quote(value) + ": " + what + " out of range");
        }

        ZonedDateTime run() {
            int place = 0;
            StringBuilder prefix = new StringBuilder();
            while (place < layout.length()) {
                String element = element(layout, place);
                if (element == null) {
                    prefix.append(layout.charAt(place));
                    place++;
                    continue;
                }
                literal(prefix.toString());
                prefix.setLength(0);
                read(element);
                place += element.length();
                if ((element.equals("05") || element.equals("5")) && !layout.startsWith(".", place)) {
                    fraction();
                }
            }
            literal(prefix.toString());
            if (at < value.length()) {
                throw new GoException(
                        "parsing time " + GoQuote.quote(value) + ": extra text: " + GoQuote.quote(value.substring(at)));
            }
            return time();
        }

        private ZonedDateTime time() {
            if (afternoon && hour < 12) {
                hour += 12;
            } else if (morning && hour == 12) {
                hour = 0;
            }
            try {
                LocalDate date = dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
                return date.atTime(hour, minute, second, nanos).atZone(offset);
            } catch (DateTimeException e) {
                throw range("day");
            }
        }

        private void literal(String text) {
            if (!value.startsWith(text, at)) {
                throw problem(text);
            }
            at += text.length();
        }

        private int digits(String element, int least, int most, int low, int high, String what) {
            int start = at;
            while (at < value.length() && at - start < most && Character.isDigit(value.charAt(at))) {
                at++;
            }
            int end = at;
            if (end - start < least) {
                at = start;
                throw problem(element);
            }
            int number = Integer.parseInt(value.substring(start, end));
            if (number < low || number > high) {
                throw range(what);
            }
            return number;
        }

        private void read(String element) {
            switch (element) {
                case "2006" -> year = digits(element, 4, 4, 0, 9999, "year");
                case "06" -> {
                    int number = digits(element, 2, 2, 0, 99, "year");
                    year = number >= 69 ? 1900 + number : 2000 + number;
                }
                case "01" -> month = digits(element, 2, 2, 1, 12, "month");
                case "1" -> month = digits(element, 1, 2, 1, 12, "month");
                case "January" -> month = name(element, true, TimeLayout::monthName, 12);
                case "Jan" -> month = name(element, false, TimeLayout::monthName, 12);
                case "Monday" -> name(element, true, TimeLayout::dayName, 7);
                case "Mon" -> name(element, false, TimeLayout::dayName, 7);
                case "02" -> day = digits(element, 2, 2, 1, 31, "day");
                case "2" -> day = digits(element, 1, 2, 1, 31, "day");
                case "_2" -> {
                    at += value.startsWith(" ", at) ? 1 : 0;
                    day = digits(element, 1, 2, 1, 31, "day");
                }
                case "002" -> dayOfYear = digits(element, 3, 3, 1, 366, "day-of-year");
                case "15" -> hour = digits(element, 2, 2, 0, 23, "hour");
                case "03" -> hour = digits(element, 2, 2, 0, 12, "hour");
                case "3" -> hour = digits(element, 1, 2, 0, 12, "hour");
                case "04" -> minute = digits(element, 2, 2, 0, 59, "minute");
                case "4" -> minute = digits(element, 1, 2, 0, 59, "minute");
                case "05" -> second = digits(element, 2, 2, 0, 59, "second");
                case "5" -> second = digits(element, 1, 2, 0, 59, "second");
                case "PM", "pm" -> half(element);
                case "MST" -> zoneName(element);
                default -> {
                    if (element.startsWith(".") || element.startsWith(",")) {
                        fraction();
                    } else {
                        offset(element);
                    }
                }
            }
        }

        private void half(String element) {
            String word = at + 2 <= value.length() ? value.substring(at, at + 2) : "";
            afternoon = word.equals(element);
            morning = word.equals(element.equals("PM") ? "AM" : "am");
            if (!afternoon && !morning) {
                throw problem(element);
            }
            at += 2;
        }

        private void zoneName(String element) {
            int end = at;
            while (end < value.length() && end - at < 5 && Character.isUpperCase(value.charAt(end))) {
                end++;
            }
            if (end - at < 3) {
                throw problem(element);
            }
            at = end;
        }

        private int name(String element, boolean full, java.util.function.IntFunction<String> names, int count) {
            for (int i = 1; i <= count; i++) {
                String name = full ? names.apply(i) : names.apply(i).substring(0, 3);
                if (value.regionMatches(true, at, name, 0, name.length())) {
                    at += name.length();
                    return i;
                }
            }
            throw problem(element);
        }

        private void fraction() {
            if (at + 1 >= value.length()
                    || (value.charAt(at) != '.' && value.charAt(at) != ',')
                    || !Character.isDigit(value.charAt(at + 1))) {
                return;
            }
            int start = ++at;
            while (at < value.length() && Character.isDigit(value.charAt(at))) {
                at++;
            }
            String digits = value.substring(start, Math.min(at, start + 9));
            nanos = Integer.parseInt(digits + "0".repeat(9 - digits.length()));
        }

        private void offset(String element) {
            if (element.startsWith("Z") && value.startsWith("Z", at)) {
                at++;
                return;
            }
            String form = element.substring(1).replaceAll("[0-9]", "\\\\d");
            java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("[+-]" + form)
                    .matcher(value)
                    .region(at, value.length());
            if (!matcher.lookingAt()) {
                throw problem(element);
            }
            String digits = matcher.group().substring(1).replace(":", "");
            int seconds = Integer.parseInt(digits.substring(0, 2)) * 3600
                    + (digits.length() >= 4 ? Integer.parseInt(digits.substring(2, 4)) * 60 : 0);
            if (seconds > 18 * 3600) {
                throw range("time zone offset hour");
            }
            offset = ZoneOffset.ofTotalSeconds(matcher.group().startsWith("-") ? -seconds : seconds);
            at = matcher.end();
        }
    }

    private static String monthName(int number) {
        return java.time.Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String dayName(int number) {
        return java.time.DayOfWeek.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
