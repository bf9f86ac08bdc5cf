package dev.drydock.cel.parse;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Which syntax an environment understands beyond the language itself.
 *
 * @param optional {@code a.?b}, {@code a[?b]}, {@code [?a]} and the macros of optional values
 * @param twoVariables the macros with two variables
 * @param bindings {@code cel.bind}
 * @param quotedNames field names in backticks
 * @param sorting {@code sortBy}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Syntax(boolean optional, boolean twoVariables, boolean bindings, boolean quotedNames, boolean sorting) {

    /** The language and nothing else. */
    public static final Syntax PLAIN = new Syntax(false, false, false, false, false);

    /** The macro for a call, or null where it is an ordinary call. */
    @Nullable
    Macro macro(String function, int arguments, boolean member) {
        for (Macro macro : macros()) {
            if (macro.arguments() == arguments
                    && macro.member() == member
                    && macro.function().equals(function)) {
                return macro;
            }
        }
        return null;
    }

    private List<Macro> macros() {
        List<Macro> macros = new ArrayList<>(StandardMacros.ALL);
        if (optional) {
            macros.addAll(ExtensionMacros.OPTIONAL);
        }
        if (twoVariables) {
            macros.addAll(ExtensionMacros.TWO_VARIABLES);
        }
        if (bindings) {
            macros.addAll(ExtensionMacros.BINDINGS);
        }
        if (sorting) {
            macros.addAll(ExtensionMacros.SORTING);
        }
        return macros;
    }
}
