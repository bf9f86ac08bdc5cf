package dev.drydock.cel.library;

import dev.drydock.cel.value.Conversion;
import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TimestampValue;
import dev.drydock.cel.value.TypeValue;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.CodePointOrder;
import dev.drydock.yaml.GoNumbers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The clauses from version 4 on (cel-go, ext/formatting_v2.go). */
final class NewClauses extends Clauses {

    private static final String STRING_REFUSAL =
            "string clause can only be used on strings, bools, bytes, ints, doubles,"
                    + " maps, lists, types, durations, and timestamps, was given ";

    private record Entry(String key, String value) {}

    @Override
    String string(Value argument) {
        if (argument instanceof ListValue list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(string(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (argument instanceof MapValue map) {
            return map(map);
        }
        if (argument instanceof Scalar.Real number) {
            return plain(number.value());
        }
        if (argument instanceof TimestampValue time) {
            Value utc = new TimestampValue(time.time().withOffsetSameInstant(ZoneOffset.UTC));
            return ((Scalar.Text) Conversion.toText(utc)).value();
        }
        if ((argument instanceof Scalar || argument instanceof DurationValue || argument instanceof TypeValue)
                && Conversion.toText(argument) instanceof Scalar.Text text) {
            return text.value();
        }
        throw refused(STRING_REFUSAL, argument);
    }

    private String map(MapValue map) {
        List<Entry> entries = new ArrayList<>();
        for (Value key : map.keys()) {
            Value value = map.find(key);
            entries.add(new Entry(string(key), value == null ? "" : string(value)));
        }
        entries.sort(Comparator.comparing(Entry::key, CodePointOrder.INSTANCE));
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.key + ": " + entry.value));
        return "{" + String.join(", ", texts) + "}";
    }

    @Override
    String decimal(Value argument) {
        if (argument instanceof Scalar.Int || argument instanceof Scalar.Uint || argument instanceof Scalar.Real) {
            return string(argument);
        }
        throw refused("decimal clause can only be used on ints, uints, and doubles, was given ", argument);
    }

    @Override
    String fixed(Value argument, int precision) {
        double number = real(argument, "fixed-point clause can only be used on ints, uints, and doubles, was given ");
        return isSpecial(number) ? plain(number) : decimals(number, precision);
    }

    @Override
    String scientific(Value argument, int precision) {
        double number = real(argument, "scientific clause can only be used on ints, uints, and doubles, was given ");
        if (isSpecial(number)) {
            return plain(number);
        }
        Mantissa mantissa = Mantissa.of(number, precision);
        String digits = Integer.toString(Math.abs(mantissa.exponent()));
        return mantissa.digits() + "e" + (mantissa.exponent() < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "")
                + digits;
    }

    private static double real(Value argument, String refusal) {
        if (argument instanceof Scalar.Real number) {
            return number.value();
        }
        if (Conversion.toDouble(argument) instanceof Scalar.Real number && !(argument instanceof Scalar.Text)) {
            return number.value();
        }
        throw refused(refusal, argument);
    }

    private static boolean isSpecial(double number) {
        return Double.isNaN(number) || Double.isInfinite(number);
    }

    private static String plain(double number) {
        if (isSpecial(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        return number == 0
                ? (1 / number < 0 ? "-0" : "0")
                : GoNumbers.shortest(number).toPlainString();
    }
}
