package dev.drydock.helm.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of Go's layouts, which are examples of how the reference time would look (nextStdChunk of format.go). */
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

    /** The element that starts at a place, or null when a literal character stands there. */
    static @Nullable String element(String layout, int at) {
        for (String element : ELEMENTS) {
            if (layout.startsWith(element, at) && !continues(layout, at, element)) {
                return element;
            }
        }
        char c = layout.charAt(at);
        return c == '.' || c == ',' ? fraction(layout, at) : null;
    }

    /** A point and as many zeros or nines as digits are wanted, unless other digits follow. */
    private static @Nullable String fraction(String layout, int at) {
        int end = at + 1;
        while (end < layout.length() && layout.charAt(end) == layout.charAt(at + 1)) {
            end++;
        }
        boolean wanted = end > at + 1 && "09".indexOf(layout.charAt(at + 1)) >= 0;
        boolean others = end < layout.length() && Character.isDigit(layout.charAt(end));
        return wanted && !others ? layout.substring(at, end) : null;
    }

    /** {@code Month} holds no {@code Mon}, {@code Janet} no {@code Jan}, and {@code _2006} a year behind a literal. */
    private static boolean continues(String layout, int at, String element) {
        int end = at + element.length();
        return switch (element) {
            case "Jan", "Mon" -> end < layout.length() && Character.isLowerCase(layout.charAt(end));
            case "_2" -> layout.startsWith("006", end);
            default -> false;
        };
    }
}
