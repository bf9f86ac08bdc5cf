package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.BOOL;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defaults and types (Sprig's defaults.go and reflect.go), and Helm's {@code required} and {@code fail}. */
final class DefaultFunctions {

    /** Helm finds the message of {@code required} and {@code fail} between these marks. */
    static final String START = "HELM_ERR_START";

    static final String END = "HELM_ERR_END";

    private DefaultFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("default", GoFunction.variadic(DefaultFunctions::orDefault, ANY, ANY));
        table.put("empty", GoFunction.of(a -> GoTypes.isEmpty(a.get(0)), ANY));
        table.put("coalesce", GoFunction.variadic(DefaultFunctions::coalesce, ANY));
        table.put("all", GoFunction.variadic(a -> a.from(0).stream().allMatch(GoTypes::truth), ANY));
        table.put("any", GoFunction.variadic(a -> a.from(0).stream().anyMatch(GoTypes::truth), ANY));
        table.put("ternary", GoFunction.of(a -> a.bool(2) ? a.get(0) : a.get(1), ANY, ANY, BOOL));
        table.put("typeOf", GoFunction.of(a -> GoTypes.type(a.get(0)), ANY));
        table.put("typeIs", GoFunction.of(a -> a.string(0).equals(GoTypes.type(a.get(1))), STRING, ANY));
        table.put("typeIsLike", GoFunction.of(DefaultFunctions::isLike, STRING, ANY));
        table.put("kindOf", GoFunction.of(a -> GoTypes.kind(a.get(0)), ANY));
        table.put("kindIs", GoFunction.of(a -> a.string(0).equals(GoTypes.kind(a.get(1))), STRING, ANY));
        table.put("deepEqual", GoFunction.of(a -> GoTypes.deepEqual(a.get(0), a.get(1)), ANY, ANY));
        table.put("required", GoFunction.of(DefaultFunctions::required, STRING, ANY));
        table.put(
                "fail",
                GoFunction.of(
                        a -> {
                            throw new GoException(START + a.string(0) + END);
                        },
                        STRING));
    }

    private static @Nullable Object orDefault(Arguments a) {
        return a.size() < 2 || GoTypes.isEmpty(a.get(1)) ? a.get(0) : a.get(1);
    }

    private static @Nullable Object coalesce(Arguments a) {
        for (Object value : a.from(0)) {
            if (GoTypes.truth(value)) {
                return value;
            }
        }
        return null;
    }

    private static boolean isLike(Arguments a) {
        String type = GoTypes.type(a.get(1));
        return type.equals(a.string(0)) || type.equals("*" + a.string(0));
    }

    private static Object required(Arguments a) {
        Object value = a.get(1);
        if (value == null || "".equals(value)) {
            throw new GoException(START + a.string(0) + END);
        }
        return value;
    }
}
