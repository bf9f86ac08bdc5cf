package dev.drydock.helm.value;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Go's package fmt: Print, Println and Printf (print.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoFormat {

    private static final int LARGEST = 1_000_000;

    private final List<? extends @Nullable Object> arguments;
    private final StringBuilder out = new StringBuilder();
    private final String format;
    private int at;
    private int argument;
    private boolean reordered;
    private boolean goodIndex;

    private GoFormat(String format, List<? extends @Nullable Object> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    /** {@code %v} of a value. */
    public static String print(@Nullable Object value) {
        return new GoVerb(new GoFlags()).format('v', value);
    }

    /** fmt.Sprint: values in a row, with a blank between two of which neither is a text. */
    public static String sprint(List<? extends @Nullable Object> values) {
        StringBuilder out = new StringBuilder();
        boolean text = false;
        for (int i = 0; i < values.size(); i++) {
            boolean isText = values.get(i) instanceof String;
            if (i > 0 && !isText && !text) {
                out.append(' ');
            }
            out.append(print(values.get(i)));
            text = isText;
        }
        return out.toString();
    }

    /** fmt.Sprintln. */
    public static String sprintln(List<? extends @Nullable Object> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            out.append(i > 0 ? " " : "").append(print(values.get(i)));
        }
        return out.append('\n').toString();
    }

    /** fmt.Sprintf. */
    public static String sprintf(String format, List<? extends @Nullable Object> arguments) {
        return new GoFormat(format, arguments).run();
    }

    private String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            directive();
        }
        if (!reordered && argument < arguments.size()) {
            out.append("%!(EXTRA ");
            for (int i = argument; i < arguments.size(); i++) {
                out.append(i > argument ? ", " : "");
                Object value = arguments.get(i);
                out.append(value == null ? "<nil>" : GoTypes.type(value) + "=" + print(value));
            }
            out.append(')');
        }
        return out.toString();
    }

    private void directive() {
        GoFlags flags = new GoFlags();
        goodIndex = true;
        while (at < format.length() && flags.read(format.charAt(at))) {
            at++;
        }
        boolean afterIndex = index();
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            Long width = starred();
            if (width == null) {
                out.append("%!(BADWIDTH)");
            } else {
                flags.width((int) Math.abs(width));
                flags.minus |= width < 0;
                flags.zero &= width >= 0;
            }
            afterIndex = false;
        } else {
            int width = number();
            if (width >= 0) {
                flags.width(width);
                if (afterIndex) {
                    goodIndex = false;
                }
            }
        }
        if (at + 1 <= format.length() && at < format.length() && format.charAt(at) == '.') {
            at++;
            if (afterIndex) {
                goodIndex = false;
            }
            afterIndex = index();
            if (at < format.length() && format.charAt(at) == '*') {
                at++;
                Long precision = starred();
                if (precision == null || precision < 0) {
                    out.append(precision == null ? "%!(BADPREC)" : "");
                } else {
                    flags.precision(precision.intValue());
                }
                afterIndex = false;
            } else {
                flags.precision(Math.max(number(), 0));
            }
        }
        if (!afterIndex) {
            afterIndex = index();
        }
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        verb(flags, verb);
    }

    private void verb(GoFlags flags, int verb) {
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
        } else if (argument >= arguments.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            flags.forVerb(verb);
            out.append(new GoVerb(flags).format(verb, arguments.get(argument)));
            argument++;
        }
    }

    private @Nullable Long starred() {
        Object value = argument < arguments.size() ? arguments.get(argument) : null;
        argument += argument < arguments.size() ? 1 : 0;
        return value instanceof GoInt number && Math.abs(number.value()) <= LARGEST ? (Long) number.value() : null;
    }

    private int number() {
        int start = at;
        long number = 0;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            number = number * 10 + format.charAt(at) - '0';
            at++;
            if (number > LARGEST) {
                return -1;
            }
        }
        return at == start ? -1 : (int) number;
    }

    /** Reads {@code [n]}. */
    private boolean index() {
        if (at >= format.length() || format.charAt(at) != '[') {
            return false;
        }
        reordered = true;
        int end = format.indexOf(']', at);
        if (end < 0) {
            goodIndex = false;
            at++;
            return false;
        }
        String digits = format.substring(at + 1, end);
        at = end + 1;
        if (digits.matches("[0-9]{1,7}")
                && Integer.parseInt(digits) >= 1
                && Integer.parseInt(digits) <= arguments.size()) {
            argument = Integer.parseInt(digits) - 1;
            return true;
        }
        goodIndex = false;
        return true;
    }
}
