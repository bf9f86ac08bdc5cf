package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time by a layout (Parse of format.go). */
final class TimeParse {

    private final String layout;
    private final String value;
    private int at;
    private int year;
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

    private TimeParse(String layout, String value) {
        this.layout = layout;
        this.value = value;
    }

    /**
     * The time that a text spells; in UTC when it names no offset.
     *
     * @throws GoException with Go's message
     */
    static ZonedDateTime parse(String layout, String value) {
        return new TimeParse(layout, value).run();
    }

    private ZonedDateTime run() {
        int place = 0;
        StringBuilder prefix = new StringBuilder();
        while (place < layout.length()) {
            String element = TimeLayout.element(layout, place);
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
        if (at - start < least) {
            at = start;
            throw problem(element);
        }
        int number = Integer.parseInt(value.substring(start, at));
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
            case "January" -> month = name(element, CalendarNames.MONTHS);
            case "Jan" -> month = name(element, CalendarNames.SHORT_MONTHS);
            case "Monday" -> name(element, CalendarNames.DAYS);
            case "Mon" -> name(element, CalendarNames.SHORT_DAYS);
            case "02" -> day = digits(element, 2, 2, 1, 31, "day");
            case "2" -> day = digits(element, 1, 2, 1, 31, "day");
            case "_2" -> {
                skipBlanks(1);
                day = digits(element, 1, 2, 1, 31, "day");
            }
            case "__2" -> {
                skipBlanks(2);
                dayOfYear = digits(element, 1, 3, 1, 366, "day-of-year");
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

    private void skipBlanks(int most) {
        for (int i = 0; i < most; i++) {
            at += value.startsWith(" ", at) ? 1 : 0;
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

    /** The place of the name that stands here, counted from 1. */
    private int name(String element, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (value.regionMatches(true, at, name, 0, name.length())) {
                at += name.length();
                return i + 1;
            }
        }
        throw problem(element);
    }

    /** Digits behind a point; none are no error. */
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
        Matcher matcher = Pattern.compile("[+-]" + form).matcher(value).region(at, value.length());
        if (!matcher.lookingAt()) {
            throw problem(element);
        }
        String digits = matcher.group().substring(1).replace(":", "");
        int seconds = 0;
        for (int i = 0, unit = 3600; i < digits.length(); i += 2, unit /= 60) {
            seconds += Integer.parseInt(digits.substring(i, i + 2)) * unit;
        }
        if (seconds > 18 * 3600) {
            throw range("time zone offset hour");
        }
        offset = ZoneOffset.ofTotalSeconds(matcher.group().startsWith("-") ? -seconds : seconds);
        at = matcher.end();
    }

    private GoException problem(String element) {
        return new GoException("parsing time " + GoQuote.quote(value) + " as " + GoQuote.quote(layout)
                + ": cannot parse " + GoQuote.quote(value.substring(Math.min(at, value.length()))) + " as "
                + GoQuote.quote(element));
    }

    private GoException range(String what) {
        return new GoException("parsing time " + GoQuote.quote(value) + ": " + what + " out of range");
    }
}
