package dev.drydock.cel.parse;

import dev.drydock.cel.parse.Network.Call;
import dev.drydock.cel.parse.Network.Edge;
import dev.drydock.cel.parse.Network.Role;
import dev.drydock.cel.parse.Network.Stack;
import dev.drydock.cel.parse.Network.State;
import dev.drydock.cel.parse.Network.Take;
import dev.drydock.cel.parse.Network.Weakly;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead until one alternative is left, as ANTLR does where one token does not decide (antlr, ParserATNSimulator). What
 * lies behind the rule of the decision is taken to be whatever lies behind any use of that rule.
 */
final class Prediction {

    private final State decision;
    private final int precedence;
    private Map<Way, Boolean> ways = new LinkedHashMap<>();

    /**
     * A way that an alternative may have gone.
     *
     * @param kept whether a stronger operator in the same place does not stand in its way
     */
    private record Way(
            State state, int alternative, @Nullable Stack stack, boolean kept) {}

    private Prediction(State decision, int precedence) {
        this.decision = decision;
        this.precedence = precedence;
    }

    /** No alternative fits. */
    static final class NoneFits extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Token token;

        NoneFits(Token token) {
            this.token = token;
        }

        /** The token at which the last alternative failed. */
        Token token() {
            return token;
        }
    }

    /** The number of the alternative, from one. */
    static int of(State decision, int precedence, List<Token> tokens, int from) throws NoneFits {
        return new Prediction(decision, precedence).predict(tokens, from);
    }

    private int predict(List<Token> tokens, int from) throws NoneFits {
        for (int i = 0; i < decision.edges.size(); i++) {
            follow(new Way(decision.edges.get(i).target(), i + 1, null, false), false, 0, true, ways, new HashSet<>());
        }
        if (decision.precedence) {
            keepStronger();
        }
        for (int at = from; ; at++) {
            Token token = tokens.get(Math.min(at, tokens.size() - 1));
            Map<Way, Boolean> next = move(token.kind());
            if (next.isEmpty()) {
                int finished = finished();
                if (finished > 0) {
                    return finished;
                }
                throw new NoneFits(token);
            }
            ways = next;
            Set<Integer> alternatives = new TreeSet<>();
            ways.keySet().forEach(way -> alternatives.add(way.alternative));
            if (alternatives.size() == 1 || token.kind() == TokenKind.END || isAmbiguous()) {
                return alternatives.iterator().next();
            }
        }
    }

    /** The ways behind a token. */
    private Map<Way, Boolean> move(TokenKind kind) {
        Map<Way, Boolean> next = new LinkedHashMap<>();
        Set<Object> seen = new HashSet<>();
        ways.forEach((way, outside) -> {
            for (Edge edge : way.state.edges) {
                if (edge instanceof Take take && take.kinds().contains(kind)) {
                    follow(new Way(take.target(), way.alternative, way.stack, way.kept), outside, 1, false, next, seen);
                }
            }
        });
        return next;
    }

    /** Adds a way and all that it leads to without a token. */
    private void follow(Way way, boolean outside, int depth, boolean first, Map<Way, Boolean> found, Set<Object> seen) {
        if (!seen.add(List.of(way, outside, depth == 0))) {
            return;
        }
        State state = way.state;
        if (state.role == Role.STOP) {
            leave(way, outside, depth, first, found, seen);
            return;
        }
        boolean takes = false;
        for (Edge edge : state.edges) {
            if (edge instanceof Take) {
                takes = true;
            } else if (edge instanceof Call call) {
                Way inner = new Way(call.callee().start, way.alternative, new Stack(call, way.stack), way.kept);
                follow(inner, outside, depth >= 0 ? depth + 1 : depth, first, found, seen);
            } else if (!(edge instanceof Weakly weakly)
                    || !first
                    || depth != 0
                    || !decision.precedence
                    || weakly.precedence() >= precedence) {
                Way on = new Way(edge.target(), way.alternative, way.stack, way.kept);
                follow(on, outside, depth, first, found, seen);
            }
        }
        if (takes) {
            found.merge(way, outside, Boolean::logicalOr);
        }
    }

    private void leave(Way way, boolean outside, int depth, boolean first, Map<Way, Boolean> found, Set<Object> seen) {
        if (way.stack != null) {
            Way back = new Way(way.stack.call().target(), way.alternative, way.stack.outer(), way.kept);
            follow(back, outside, depth - 1, first, found, seen);
            return;
        }
        List<Call> callers = way.state.rule.callers;
        if (callers.isEmpty()) {
            found.merge(way, outside, Boolean::logicalOr);
        }
        for (Call caller : callers) {
            boolean keeps = decision.precedence
                    && caller.callee() == decision.rule
                    && caller.callee().leftRecursive
                    && caller.precedence() == 0;
            Way back = new Way(caller.target(), way.alternative, null, way.kept || keeps);
            follow(back, true, depth - 1, first, found, seen);
        }
    }

    /** What the rule could go on with itself is not left to what lies behind it. */
    private void keepStronger() {
        Set<Object> own = new HashSet<>();
        for (Way way : ways.keySet()) {
            if (way.alternative == 1) {
                own.add(place(way));
            }
        }
        ways.keySet().removeIf(way -> way.alternative != 1 && !way.kept && own.contains(place(way)));
    }

    private static Object place(Way way) {
        return way.stack == null ? way.state : List.of(way.state, way.stack);
    }

    /** The first alternative that has left the rule of the decision, or zero. */
    private int finished() {
        int first = 0;
        for (Map.Entry<Way, Boolean> entry : ways.entrySet()) {
            Way way = entry.getKey();
            boolean left = entry.getValue() || (way.state.role == Role.STOP && way.stack == null);
            if (left && (first == 0 || way.alternative < first)) {
                first = way.alternative;
            }
        }
        return first;
    }

    /** Whether alternatives have met for good: in one place, and with no state left that belongs to one alone. */
    private boolean isAmbiguous() {
        Map<Object, Set<Integer>> byPlace = new HashMap<>();
        Map<State, Set<Integer>> byState = new HashMap<>();
        for (Way way : ways.keySet()) {
            byPlace.computeIfAbsent(place(way), key -> new HashSet<>()).add(way.alternative);
            byState.computeIfAbsent(way.state, key -> new HashSet<>()).add(way.alternative);
        }
        return byPlace.values().stream().anyMatch(alternatives -> alternatives.size() > 1)
                && byState.values().stream().allMatch(alternatives -> alternatives.size() > 1);
    }
}
