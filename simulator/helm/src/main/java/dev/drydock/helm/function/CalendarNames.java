package dev.drydock.helm.function;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;

/** The names that Go gives to months and days of the week (the tables of format.go). */
final class CalendarNames {

    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** Monday first, as {@link DayOfWeek} counts. */
    static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    static final List<String> SHORT_MONTHS =
            MONTHS.stream().map(CalendarNames::shortened).toList();
    static final List<String> SHORT_DAYS =
            DAYS.stream().map(CalendarNames::shortened).toList();

    private CalendarNames() {}

    static String of(Month month) {
        return MONTHS.get(month.getValue() - 1);
    }

    static String of(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    static String shortOf(Month month) {
        return SHORT_MONTHS.get(month.getValue() - 1);
    }

    static String shortOf(DayOfWeek day) {
        return SHORT_DAYS.get(day.getValue() - 1);
    }

    private static String shortened(String name) {
        return name.substring(0, 3);
    }
}
