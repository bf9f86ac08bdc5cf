package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.RenderOptions;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoTree;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** All functions of Helm's templates, except {@code include} and {@code tpl}, which know the templates. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TemplateFunctions {

    /** Before the message of {@code required} and {@code fail}. */
    public static final String MESSAGE_START = DefaultFunctions.START;

    /** After the message of {@code required} and {@code fail}. */
    public static final String MESSAGE_END = DefaultFunctions.END;

    private TemplateFunctions() {}

    /** The functions by name. */
    public static Map<String, GoFunction> of(RenderOptions options) {
        Map<String, GoFunction> table = new HashMap<>();
        StringFunctions.addTo(table);
        MathFunctions.addTo(table);
        ListFunctions.addTo(table);
        DictFunctions.addTo(table);
        DefaultFunctions.addTo(table);
        EncodingFunctions.addTo(table);
        RegexFunctions.addTo(table);
        PathFunctions.addTo(table);
        UrlFunctions.addTo(table);
        SemverFunctions.addTo(table);
        DurationFunctions.addTo(table);
        DateFunctions.addTo(table, options.clock());
        CryptoFunctions.addTo(table, options.seed());
        table.put("lookup", GoFunction.of(a -> lookup(options, a), STRING, STRING, STRING, STRING));
        return table;
    }

    private static Object lookup(RenderOptions options, dev.drydock.helm.value.Arguments a) {
        try {
            Object found =
                    GoTree.decodeExact(options.lookup().find(a.string(0), a.string(1), a.string(2), a.string(3)));
            return java.util.Objects.requireNonNull(found);
        } catch (HelmException e) {
            throw new GoException(e.getMessage());
        }
    }
}
