package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is rewritten when it is parsed.
 *
 * @param member whether it is written {@code x.f(y)}
 */
record Macro(String function, int arguments, boolean member, Expansion expansion) {

    /** What a macro becomes. */
    @FunctionalInterface
    interface Expansion {

        /**
         * The expression that replaces the call, or null where it is an ordinary call after all.
         *
         * @param at the offset of the call, at which all new nodes stand
         */
        @Nullable
        Expr expand(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Misused;
    }

    /** A macro with arguments that it cannot take. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Expr place;

        Misused(Expr place, String message) {
            super(message);
            this.place = place;
        }

        Expr place() {
            return place;
        }
    }
}
