package dev.drydock.helm.function;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a time by a layout (Time.Format of format.go). */
final class TimeFormat {

    private TimeFormat() {}

    /** The time as the layout shows the reference time. */
    static String format(String layout, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < layout.length()) {
            String element = TimeLayout.element(layout, at);
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
            case "January" -> CalendarNames.of(time.getMonth());
            case "Jan" -> CalendarNames.shortOf(time.getMonth());
            case "Monday" -> CalendarNames.of(time.getDayOfWeek());
            case "Mon" -> CalendarNames.shortOf(time.getDayOfWeek());
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

    /** The abbreviation of the zone; a zone without a name is its offset. */
    private static String zone(ZonedDateTime time) {
        if (time.getZone() instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0
                    ? "UTC"
                    : offset("-0700", offset.getTotalSeconds()).replaceAll("00$", "");
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
    }
}
