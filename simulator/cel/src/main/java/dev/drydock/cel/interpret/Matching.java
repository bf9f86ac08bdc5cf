package dev.drydock.cel.interpret;

import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Value;
import java.util.List;

/** Whether values fit the parameters of a form (cel-go, common/types/types.go, IsAssignableRuntimeType). */
final class Matching {

    private Matching() {}

    static boolean fits(Overload form, boolean guarded, List<Value> arguments) {
        if (form.parameters().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Value argument = arguments.get(i);
            boolean error = argument instanceof Failure;
            if (error && form.strict()) {
                return false;
            }
            if (!error && guarded && !fits(form.parameters().get(i), argument)) {
                return false;
            }
        }
        return true;
    }

    /** Of lists and maps only the first element is looked at. */
    private static boolean fits(CelType parameter, Value value) {
        return switch (parameter.kind()) {
            case DYN, ANY, TYPE_PARAMETER -> true;
            case LIST ->
                value instanceof ListValue list
                        && (list.size() == 0 || fits(parameter.parameters().get(0), list.get(0)));
            case MAP -> value instanceof MapValue map && fits(parameter, map);
            case OPAQUE ->
                parameter.name().equals("optional_type")
                        ? value instanceof OptionalValue
                        : parameter.runtimeName().equals(value.type().runtimeName());
            default -> parameter.runtimeName().equals(value.type().runtimeName());
        };
    }

    private static boolean fits(CelType parameter, MapValue map) {
        if (map.size() == 0) {
            return map.type().runtimeName().equals(parameter.runtimeName());
        }
        Value key = map.keys().iterator().next();
        Value value = map.find(key);
        return map.type().runtimeName().equals(parameter.runtimeName())
                && fits(parameter.parameters().get(0), key)
                && (value == null || fits(parameter.parameters().get(1), value));
    }
}
