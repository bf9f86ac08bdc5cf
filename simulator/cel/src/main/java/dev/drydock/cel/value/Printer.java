package dev.drydock.cel.value;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.GoNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Values as messages show them: what Go's {@code %v} makes of cel-go's values. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Printer {

    private Printer() {}

    /** The value as a message shows it. */
    public static String plain(Value value) {
        if (value instanceof Scalar.Bytes bytes) {
            List<String> numbers = new ArrayList<>();
            bytes.latin1().chars().forEach(b -> numbers.add(Integer.toString(b)));
            return "[" + String.join(" ", numbers) + "]";
        }
        if (value instanceof Scalar.Null) {
            return "0";
        }
        if (value instanceof ListValue list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value instanceof MapValue map) {
            List<String> entries = new ArrayList<>();
            for (Value key : map.keys()) {
                Value item = map.find(key);
                entries.add(plain(key) + ": " + (item == null ? "" : plain(item)));
            }
            return "{" + String.join(", ", entries) + "}";
        }
        if (value instanceof OptionalValue optional) {
            return optional.value() == null ? "optional.none()" : "optional(" + plain(optional.get()) + ")";
        }
        if (value instanceof DurationValue span) {
            return GoDurations.format(Duration.ofNanos(span.nanos()));
        }
        if (value instanceof Failure failure) {
            return failure.message();
        }
        return Conversion.toText(value) instanceof Scalar.Text text ? text.value() : value.toString();
    }

    /** A double without an exponent, as strconv.FormatFloat writes it with the format {@code f}. */
    static String plain(double value) {
        return value == 0
                ? (1 / value < 0 ? "-0" : "0")
                : GoNumbers.shortest(value).toPlainString();
    }
}
