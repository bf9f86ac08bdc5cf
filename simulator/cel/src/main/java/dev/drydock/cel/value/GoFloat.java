package dev.drydock.cel.value;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Floating-point numbers as Go's strconv.ParseFloat reads them. */
final class GoFloat {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");

    private GoFloat() {}

    /** An underscore stands between digits, or behind the 0x. */
    private static final Pattern MISPLACED = Pattern.compile("^[+-]?_|(?<![0-9a-fA-FxX])_|_(?![0-9a-fA-F])");

    static @Nullable Double parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean signed = lower.startsWith("+") || lower.startsWith("-");
        String bare = signed ? lower.substring(1) : lower;
        switch (bare) {
            case "inf", "infinity" -> {
                return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            case "nan" -> {
                return signed ? null : Double.NaN;
            }
            default -> {}
        }
        if (text.length() > 4096) {
            return null;
        }
        if (text.indexOf('_') >= 0) {
            return MISPLACED.matcher(text).find() ? null : parse(text.replace("_", ""));
        }
        if (DECIMAL.matcher(text).matches() || HEXADECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? null : value;
        }
        return null;
    }
}
