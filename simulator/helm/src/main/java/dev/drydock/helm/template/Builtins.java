package dev.drydock.helm.template;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.STRING;
import static dev.drydock.helm.value.GoType.VALUE;

import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.helm.value.PercentEncoding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that every template has (text/template/funcs.go). */
final class Builtins {

    static final Map<String, GoFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("and", GoFunction.variadic(a -> null, VALUE, VALUE)),
            Map.entry("or", GoFunction.variadic(a -> null, VALUE, VALUE)),
            Map.entry("not", GoFunction.of(a -> !GoTypes.truth(plain(a, 0)), VALUE)),
            Map.entry("call", GoFunction.variadic(Builtins::call, VALUE, VALUE)),
            Map.entry("html", GoFunction.variadic(a -> Escapes.html(text(a)), ANY)),
            Map.entry("js", GoFunction.variadic(a -> Escapes.js(text(a)), ANY)),
            Map.entry("urlquery", GoFunction.variadic(a -> PercentEncoding.encodeQuery(text(a)), ANY)),
            Map.entry("index", GoFunction.variadic(Builtins::index, VALUE, VALUE)),
            Map.entry("slice", GoFunction.variadic(Builtins::slice, VALUE, VALUE)),
            Map.entry("len", GoFunction.of(Builtins::length, VALUE)),
            Map.entry("print", GoFunction.variadic(a -> GoFormat.sprint(a.from(0)), ANY)),
            Map.entry("println", GoFunction.variadic(a -> GoFormat.sprintln(a.from(0)), ANY)),
            Map.entry("printf", GoFunction.variadic(a -> GoFormat.sprintf(a.string(0), a.from(1)), STRING, ANY)),
            Map.entry("eq", GoFunction.variadic(Builtins::eq, VALUE, VALUE)),
            Map.entry("ne", GoFunction.of(a -> !Comparison.equal(plain(a, 0), plain(a, 1)), VALUE, VALUE)),
            Map.entry("lt", GoFunction.of(a -> Comparison.less(plain(a, 0), plain(a, 1)), VALUE, VALUE)),
            Map.entry("le", GoFunction.of(a -> Comparison.lessOrEqual(plain(a, 0), plain(a, 1)), VALUE, VALUE)),
            Map.entry("gt", GoFunction.of(a -> !Comparison.lessOrEqual(plain(a, 0), plain(a, 1)), VALUE, VALUE)),
            Map.entry("ge", GoFunction.of(a -> !Comparison.less(plain(a, 0), plain(a, 1)), VALUE, VALUE)));

    private Builtins() {}

    private static @Nullable Object plain(Arguments arguments, int index) {
        Object value = arguments.get(index);
        return value == null ? null : Held.plain(value);
    }

    private static String text(Arguments arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof String text) {
            return text;
        }
        List<@Nullable Object> shown = new java.util.ArrayList<>();
        arguments.from(0).forEach(value -> shown.add(value == null ? "<no value>" : value));
        return GoFormat.sprint(shown);
    }

    private static Object eq(Arguments arguments) {
        if (arguments.size() < 2) {
            throw new GoException("missing argument for comparison");
        }
        for (int i = 1; i < arguments.size(); i++) {
            if (Comparison.equal(plain(arguments, 0), plain(arguments, i))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object call(Arguments arguments) {
        Object function = plain(arguments, 1);
        if (function == null) {
            throw new GoException("call of nil");
        }
        throw new GoException("non-function " + arguments.string(0) + " of type " + GoTypes.type(function));
    }

    private static @Nullable Object length(Arguments arguments) {
        Object item = arguments.get(0);
        Object value = plain(arguments, 0);
        if (value instanceof String text) {
            return GoInt.of(GoString.length(text));
        }
        if (value instanceof GoMap map) {
            return GoInt.of(map.size());
        }
        if (value instanceof GoList list) {
            return GoInt.of(list.size());
        }
        if (value != null) {
            throw new GoException("len of type " + GoTypes.type(value));
        }
        throw new GoException(
                item instanceof Held ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value");
    }

    private static int position(@Nullable Object index, int end) {
        if (!(index instanceof GoInt number)) {
            throw new GoException(
                    index == null
                            ? "cannot index slice/array with nil"
                            : "cannot index slice/array with type " + GoTypes.type(index));
        }
        if (number.value() < 0 || number.value() > end) {
            throw new GoException("index out of range: " + number);
        }
        return (int) number.value();
    }

    private static @Nullable Object index(Arguments arguments) {
        Object item = arguments.get(0);
        if (item == null || Held.plain(item) == null) {
            throw new GoException("index of untyped nil");
        }
        for (int i = 1; i < arguments.size(); i++) {
            Object index = plain(arguments, i);
            Object inner = Held.plain(item);
            if (inner == null) {
                throw new GoException("index of nil pointer");
            }
            if (inner instanceof GoMap map) {
                if (!(index instanceof String key)) {
                    throw new GoException(
                            index == null
                                    ? "value is nil; should be of type string"
                                    : "value has type " + GoTypes.type(index) + "; should be string");
                }
                item = Evaluation.item(map, key);
            } else if (inner instanceof GoList list) {
                int at = position(index, list.size());
                if (at == list.size()) {
                    throw new GoException("reflect: slice index out of range");
                }
                Object value = list.get(at);
                item = list.holdsAny() || value == null ? new Held(value) : value;
            } else if (inner instanceof String text) {
                byte[] bytes = GoString.bytes(text);
                int at = position(index, bytes.length);
                if (at == bytes.length) {
                    throw new GoException("reflect: string index out of range");
                }
                item = GoInt.uint8(bytes[at]);
            } else {
                throw new GoException("can't index item of type " + GoTypes.type(inner));
            }
        }
        return item;
    }

    /** Sprig has another function of this name, so only the text form is reachable where Sprig's is not. */
    private static @Nullable Object slice(Arguments arguments) {
        throw new LimitException("the builtin function slice");
    }
}
