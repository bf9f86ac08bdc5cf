package dev.drydock.cel.kubernetes;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Bodies over strings. */
final class Arguments {

    private Arguments() {}

    static String text(Value value) {
        return ((Scalar.Text) value).value();
    }

    static ListValue texts(Iterable<String> texts) {
        List<Value> values = new ArrayList<>();
        texts.forEach(text -> values.add(Scalar.of(text)));
        return ListValue.of(values);
    }

    /** A body over one string, whose refusals, thrown with a message, are errors. */
    static Body ofText(Function<String, Value> body) {
        return refusing(arguments -> body.apply(text(arguments.get(0))));
    }

    static Body refusing(Body body) {
        return arguments -> {
            try {
                return body.call(arguments);
            } catch (IllegalArgumentException e) {
                return new Failure(String.valueOf(e.getMessage()));
            }
        };
    }

    /** Whether reading a string is not refused. */
    static Body accepts(Function<String, ?> read) {
        return arguments -> {
            try {
                return Scalar.of(read.apply(text(arguments.get(0))) != null);
            } catch (IllegalArgumentException e) {
                return Scalar.FALSE;
            }
        };
    }
}
