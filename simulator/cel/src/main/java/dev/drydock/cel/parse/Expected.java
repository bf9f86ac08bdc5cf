package dev.drydock.cel.parse;

import dev.drydock.cel.parse.Network.Call;
import dev.drydock.cel.parse.Network.Edge;
import dev.drydock.cel.parse.Network.Role;
import dev.drydock.cel.parse.Network.Stack;
import dev.drydock.cel.parse.Network.State;
import dev.drydock.cel.parse.Network.Take;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tokens may come at a state (antlr, LL1Analyzer and ATN). */
final class Expected {

    private Expected() {}

    /**
     * Tokens within a rule.
     *
     * @param leaves whether the rule can end before any of them
     */
    record Within(Set<TokenKind> kinds, boolean leaves) {

        boolean contains(TokenKind kind) {
            return kinds.contains(kind);
        }
    }

    /** What may come from a state on, as far as its rule goes. */
    static Within within(State state) {
        Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
        return new Within(kinds, look(state, kinds, new HashSet<>()));
    }

    /** Adds the first tokens from a state on; returns whether the end of its rule can be reached without one. */
    private static boolean look(State state, Set<TokenKind> kinds, Set<State> seen) {
        if (state.role == Role.STOP) {
            return true;
        }
        if (!seen.add(state)) {
            return false;
        }
        boolean leaves = false;
        for (Edge edge : state.edges) {
            if (edge instanceof Take take) {
                kinds.addAll(take.kinds());
            } else if (edge instanceof Call call) {
                leaves |= look(call.callee().start, kinds, new HashSet<>()) && look(call.target(), kinds, seen);
            } else {
                leaves |= look(edge.target(), kinds, seen);
            }
        }
        return leaves;
    }

    /** What may come at a state within these calls; the end of input behind the outermost. */
    static Set<TokenKind> at(State state, @Nullable Stack stack) {
        Within within = within(state);
        Set<TokenKind> kinds = EnumSet.copyOf(withoutNothing(within.kinds));
        @Nullable Stack outer = stack;
        boolean leaves = within.leaves;
        while (leaves && outer != null) {
            Within behind = within(outer.call().target());
            kinds.addAll(behind.kinds);
            leaves = behind.leaves;
            outer = outer.outer();
        }
        if (leaves) {
            kinds.add(TokenKind.END);
        }
        return kinds;
    }

    private static Set<TokenKind> withoutNothing(Set<TokenKind> kinds) {
        Set<TokenKind> copy = EnumSet.noneOf(TokenKind.class);
        copy.addAll(kinds);
        return copy;
    }

    /** What may come behind any of the calls under way: where recovery stops skipping. */
    static Set<TokenKind> behind(@Nullable Stack stack) {
        Set<TokenKind> kinds = EnumSet.noneOf(TokenKind.class);
        for (@Nullable Stack outer = stack; outer != null; outer = outer.outer()) {
            kinds.addAll(within(outer.call().target()).kinds);
        }
        return kinds;
    }

    /** A set as messages print it. */
    static String print(Set<TokenKind> kinds) {
        List<String> names = new ArrayList<>();
        if (kinds.contains(TokenKind.END)) {
            names.add(TokenKind.END.display());
        }
        for (TokenKind kind : kinds) {
            if (kind != TokenKind.END) {
                names.add(kind.display());
            }
        }
        return names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}";
    }
}
