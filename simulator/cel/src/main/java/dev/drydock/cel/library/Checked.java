package dev.drydock.cel.library;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Arguments as plain Java values; forms are only called with values of their types. */
final class Checked {

    private Checked() {}

    static String text(List<Value> arguments, int index) {
        return ((Scalar.Text) arguments.get(index)).value();
    }

    static long number(List<Value> arguments, int index) {
        return ((Scalar.Int) arguments.get(index)).value();
    }

    static boolean bool(List<Value> arguments, int index) {
        return ((Scalar.Bool) arguments.get(index)).value();
    }

    static ListValue list(List<Value> arguments, int index) {
        return (ListValue) arguments.get(index);
    }

    static MapValue map(List<Value> arguments, int index) {
        return (MapValue) arguments.get(index);
    }

    static ListValue texts(Iterable<String> texts) {
        List<Value> values = new ArrayList<>();
        texts.forEach(text -> values.add(Scalar.of(text)));
        return ListValue.of(values);
    }

    /** A body whose refusals, thrown with a message, are errors. */
    static Body refusing(Body body) {
        return arguments -> {
            try {
                return body.call(arguments);
            } catch (IllegalArgumentException e) {
                return new Failure(String.valueOf(e.getMessage()));
            }
        };
    }
}
