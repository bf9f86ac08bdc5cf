package dev.drydock.cel.library;

import dev.drydock.cel.value.Conversion;
import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TimestampValue;
import dev.drydock.cel.value.TypeValue;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.CodePointOrder;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The clauses up to version 3, which print numbers for English readers: a comma between thousands, a power of ten spelled
 * out.
 */
final class OldClauses extends Clauses {

    private static final String STRING_REFUSAL =
            "string clause can only be used on strings, bools, bytes, ints, doubles,"
                    + " maps, lists, types, durations, and timestamps, was given ";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private record Entry(String key, String value) {}

    @Override
    String string(Value argument) {
        if (argument instanceof ListValue list) {
            return list(list);
        }
        if (argument instanceof MapValue map) {
            return map(map);
        }
        if (Conversion.toText(argument) instanceof Scalar.Text text && isPlain(argument)) {
            return text.value();
        }
        throw isPlain(argument)
                ? new IllegalArgumentException(
                        "could not convert argument \"" + refusal(Conversion.toText(argument)) + "\" to string")
                : refused(STRING_REFUSAL, argument);
    }

    private static String refusal(Value converted) {
        return converted instanceof Failure failure ? failure.message() : "";
    }

    private static boolean isPlain(Value value) {
        return value instanceof Scalar
                || value instanceof TimestampValue
                || value instanceof DurationValue
                || value instanceof TypeValue;
    }

    @Override
    String decimal(Value argument) {
        if (argument instanceof Scalar.Int || argument instanceof Scalar.Uint) {
            return string(argument);
        }
        throw refused("decimal clause can only be used on integers, was given ", argument);
    }

    @Override
    String fixed(Value argument, int precision) {
        double number = real(argument, "fixed-point clause can only be used on doubles, was given ");
        return Double.isNaN(number) || Double.isInfinite(number)
                ? special(number)
                : grouped(decimals(number, precision));
    }

    @Override
    String scientific(Value argument, int precision) {
        double number = real(argument, "scientific clause can only be used on doubles, was given ");
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return padded(special(number), precision);
        }
        Mantissa mantissa = Mantissa.of(number, DEFAULT_PRECISION);
        StringBuilder power = new StringBuilder(mantissa.exponent() < 0 ? "⁻" : "");
        String digits = Integer.toString(Math.abs(mantissa.exponent()));
        for (char digit : (digits.length() < 2 ? "0" + digits : digits).toCharArray()) {
            power.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return padded(mantissa.digits() + "×10" + power, precision);
    }

    /** cel-go hands the precision on as the least width; there are always six decimals. */
    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String special(double number) {
        return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        StringBuilder out = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? digits.length() : point) - 3; at > first; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }

    private static double real(Value argument, String refusal) {
        if (argument instanceof Scalar.Real number) {
            return number.value();
        }
        if (argument instanceof Scalar.Text text) {
            switch (text.value()) {
                case "NaN" -> {
                    return Double.NaN;
                }
                case "Infinity" -> {
                    return Double.POSITIVE_INFINITY;
                }
                case "-Infinity" -> {
                    return Double.NEGATIVE_INFINITY;
                }
                default -> {}
            }
        }
        throw refused(refusal, argument);
    }

    private String list(ListValue list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(nested(item)));
        return "[" + String.join(", ", items) + "]";
    }

    private String map(MapValue map) {
        List<Entry> entries = new ArrayList<>();
        for (Value key : map.keys()) {
            if (!(key instanceof Scalar.Text
                    || key instanceof Scalar.Bool
                    || key instanceof Scalar.Int
                    || key instanceof Scalar.Uint)) {
                throw refused("no formatting function for map key of type ", key);
            }
            Value value = map.find(key);
            entries.add(new Entry(nested(key), value == null ? "" : nested(value)));
        }
        entries.sort(Comparator.comparing(Entry::key, CodePointOrder.INSTANCE));
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.key + ":" + entry.value));
        return "{" + String.join(", ", texts) + "}";
    }

    /** A value within a list or a map. */
    private String nested(Value value) {
        if (value instanceof Scalar.Text text) {
            return GoQuote.quote(text.value());
        }
        if (value instanceof Scalar.Bytes) {
            return "b" + GoQuote.quote(string(value));
        }
        if (value instanceof TimestampValue) {
            return "timestamp(" + GoQuote.quote(string(value)) + ")";
        }
        if (value instanceof DurationValue) {
            return "duration(" + GoQuote.quote(string(value)) + ")";
        }
        if (value instanceof Scalar.Real number) {
            double real = number.value();
            if (Double.isNaN(real) || Double.isInfinite(real)) {
                return GoQuote.quote(Double.isNaN(real) ? "NaN" : real > 0 ? "+Inf" : "-Inf");
            }
            return decimals(real, DEFAULT_PRECISION);
        }
        if (isPlain(value) || value instanceof ListValue || value instanceof MapValue) {
            return string(value);
        }
        throw refused("no formatting function for ", value);
    }
}
