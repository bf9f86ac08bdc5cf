package dev.drydock.cel.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A grammar as a network of states, as ANTLR builds it: what it says about wrong input follows from where in the network the
 * input was, and not from the grammar alone (antlr, ParserATNFactory).
 */
final class Network {

    /** What a state is to the recovery from errors. */
    enum Role {
        PLAIN,
        /** Before a choice, an option or the first turn of a loop. */
        CHOICE,
        /** Before a further turn of a loop. */
        LOOP_BACK,
        STOP
    }

    /** A place in the grammar. */
    static final class State {
        final Rule rule;
        Role role = Role.PLAIN;
        final List<Edge> edges = new ArrayList<>();
        /** Whether one token decides, so that no further ones are looked at. */
        boolean oneToken;
        /** Whether this decides if a rule goes on with what binds weaker. */
        boolean precedence;

        State(Rule rule) {
            this.rule = rule;
        }
    }

    /** A way on from a state. */
    sealed interface Edge {
        State target();
    }

    /** A way that costs nothing. */
    record Free(State target) implements Edge {}

    /** A way that takes one of some tokens. */
    record Take(Set<TokenKind> kinds, State target) implements Edge {}

    /** A way through a rule; the target is where it goes on behind it. */
    record Call(Rule callee, int precedence, State target) implements Edge {}

    /** A way that is open to rules of at most this precedence. */
    record Weakly(int precedence, State target) implements Edge {}

    /** A rule of the grammar. */
    static final class Rule {
        final State start = new State(this);
        final State stop = new State(this);
        /** Every call of the rule. */
        final List<Call> callers = new ArrayList<>();

        boolean leftRecursive;

        Rule() {
            stop.role = Role.STOP;
        }
    }

    /** A piece of grammar: lays itself out from a state and returns the state behind it. */
    @FunctionalInterface
    interface Part {
        State lay(State from);
    }

    private final Map<String, Rule> rules = new TreeMap<>();

    Rule rule(String name) {
        return rules.computeIfAbsent(name, key -> new Rule());
    }

    /** Gives a rule its content. */
    void define(String name, Part content) {
        Rule rule = rule(name);
        State end = content.lay(rule.start);
        end.edges.add(new Free(rule.stop));
    }

    /** A rule that starts with something and goes on with any of its tails, which are written from the strongest on. */
    void defineLeftRecursive(String name, Part first, Part... tails) {
        Rule rule = rule(name);
        rule.leftRecursive = true;
        State entry = loop(first.lay(rule.start), tails.length == 1 ? tails[0] : choice(false, tails), false, true);
        entry.edges.add(new Free(rule.stop));
    }

    static Part sequence(Part... parts) {
        return from -> {
            State at = from;
            for (Part part : parts) {
                at = part.lay(at);
            }
            return at;
        };
    }

    static Part token(TokenKind kind, TokenKind... others) {
        return from -> {
            State at = step(from);
            State next = new State(from.rule);
            at.edges.add(new Take(EnumSet.of(kind, others), next));
            return next;
        };
    }

    Part call(String name) {
        return call(name, 0);
    }

    Part call(String name, int precedence) {
        return from -> {
            State at = step(from);
            Call call = new Call(rule(name), precedence, new State(from.rule));
            at.edges.add(call);
            rule(name).callers.add(call);
            return call.target;
        };
    }

    static Part weakly(int precedence) {
        return from -> {
            State at = step(from);
            State next = new State(from.rule);
            at.edges.add(new Weakly(precedence, next));
            return next;
        };
    }

    static Part option(Part part) {
        return from -> {
            State start = decision(from, true);
            State end = new State(from.rule);
            part.lay(branch(start)).edges.add(new Free(end));
            start.edges.add(new Free(end));
            return end;
        };
    }

    static Part choice(boolean oneToken, Part... parts) {
        return from -> {
            State start = decision(from, oneToken);
            State end = new State(from.rule);
            for (Part part : parts) {
                part.lay(branch(start)).edges.add(new Free(end));
            }
            return end;
        };
    }

    /** Any number of turns. */
    static Part many(boolean oneToken, Part part) {
        return from -> {
            State entry = loop(from, part, oneToken, false);
            State end = new State(from.rule);
            entry.edges.add(new Free(end));
            return end;
        };
    }

    /** One turn and more. */
    static Part some(boolean oneToken, Part part) {
        return from -> {
            State start = step(from);
            start.role = Role.CHOICE;
            State back = new State(from.rule);
            back.role = Role.LOOP_BACK;
            back.oneToken = oneToken;
            part.lay(branch(start)).edges.add(new Free(back));
            State end = new State(from.rule);
            back.edges.add(new Free(start));
            back.edges.add(new Free(end));
            return end;
        };
    }

    /** A loop without its exit, which the caller adds to the entry that this returns. */
    private static State loop(State from, Part part, boolean oneToken, boolean precedence) {
        State entry = decision(from, oneToken);
        entry.precedence = precedence;
        State back = new State(from.rule);
        back.role = Role.LOOP_BACK;
        part.lay(branch(entry)).edges.add(new Free(back));
        back.edges.add(new Free(entry));
        return entry;
    }

    private static State decision(State from, boolean oneToken) {
        State start = step(from);
        start.role = Role.CHOICE;
        start.oneToken = oneToken;
        return start;
    }

    private static State branch(State start) {
        State branch = new State(start.rule);
        start.edges.add(new Free(branch));
        return branch;
    }

    /** A fresh state behind another, so that every state does one thing. */
    private static State step(State from) {
        State next = new State(from.rule);
        from.edges.add(new Free(next));
        return next;
    }

    /** The calls that are under way, the innermost first; null is outside of all. */
    record Stack(Call call, @Nullable Stack outer) {}
}
