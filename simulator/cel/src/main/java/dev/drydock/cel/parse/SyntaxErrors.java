package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import dev.drydock.cel.parse.Network.Call;
import dev.drydock.cel.parse.Network.Edge;
import dev.drydock.cel.parse.Network.Role;
import dev.drydock.cel.parse.Network.Rule;
import dev.drydock.cel.parse.Network.Stack;
import dev.drydock.cel.parse.Network.State;
import dev.drydock.cel.parse.Network.Take;
import dev.drydock.cel.parse.Network.Weakly;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with tokens that are no expression, in ANTLR's words: goes through the grammar as ANTLR's parser does,
 * and recovers from every error as its default strategy does, so that the same errors follow (antlr, DefaultErrorStrategy).
 */
final class SyntaxErrors {

    private static final int MOST_RECOVERIES = 30;
    private static final int MOST_SKIPPED = 256;

    private final Source source;
    private final List<Token> tokens;
    private final List<Issue> issues;
    private int at;
    private int recoveries;
    private int skipped;
    private boolean recovering;
    private int lastError = -1;
    private final Set<State> lastStates = new HashSet<>();
    private final Map<Rule, Integer> depths = new HashMap<>();
    private State state;

    private SyntaxErrors(Source source, List<Token> tokens, List<Issue> issues, State state) {
        this.source = source;
        this.tokens = tokens;
        this.issues = issues;
        this.state = state;
    }

    /** Ends a rule; what is to be said of the cause. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Token token;

        Broken(Token token, String message) {
            super(message);
            this.token = token;
        }
    }

    /** Ends everything: the limits of recovery. */
    private static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The issues found so far and those of the grammar. */
    static List<Issue> of(Source source, List<Token> tokens, List<Issue> found) {
        Rule start = CelNetwork.start();
        try {
            new SyntaxErrors(source, tokens, found, start.start).rule(start, null, 0);
        } catch (GivenUp e) {
            return found;
        }
        return found;
    }

    private void rule(Rule rule, @Nullable Stack stack, int precedence) throws GivenUp {
        int depth = depths.merge(rule, 1, Integer::sum);
        if (depth > Grammar.DEEPEST) {
            issues.add(Issue.nowhere("expression recursion limit exceeded: " + Grammar.DEEPEST));
            throw new GivenUp();
        }
        try {
            State here = rule.start;
            while (here.role != Role.STOP) {
                here = step(here, stack, precedence);
            }
        } catch (Broken e) {
            if (!recovering) {
                report(e.token, e.getMessage());
            }
            recover(stack);
        }
        depths.put(rule, depth - 1);
    }

    private State step(State here, @Nullable Stack stack, int precedence) throws Broken, GivenUp {
        if (here.role == Role.CHOICE || here.role == Role.LOOP_BACK) {
            state = here;
            synchronize(stack);
        }
        Edge edge = here.edges.get(0);
        if (here.edges.size() > 1) {
            edge = here.edges.get(decide(here, precedence) - 1);
        }
        if (edge instanceof Take take) {
            state = here;
            match(take, stack);
        } else if (edge instanceof Call call) {
            state = here;
            rule(call.callee(), new Stack(call, stack), call.precedence());
            state = here;
        } else if (edge instanceof Weakly) {
            state = here;
        }
        return edge.target();
    }

    private int decide(State here, int precedence) throws Broken {
        if (here.oneToken) {
            for (int i = 0; i < here.edges.size() - 1; i++) {
                if (Expected.within(here.edges.get(i).target())
                        .contains(current().kind())) {
                    return i + 1;
                }
            }
            return here.edges.size();
        }
        try {
            return Prediction.of(here, precedence, tokens, at);
        } catch (Prediction.NoneFits e) {
            String text = current().kind() == TokenKind.END ? "<EOF>" : text(e.token());
            throw new Broken(e.token(), noAlternative(quoted(text)));
        }
    }

    /** What is written from the current token to another, without what is no token. */
    private String text(Token last) {
        StringBuilder text = new StringBuilder(current().text());
        for (int i = 1; !token(i - 1).equals(last) && !token(i).equals(token(i - 1)); i++) {
            int from = token(i - 1).end();
            int until = token(i).start();
            String between = source.slice(from, until);
            int comment = between.indexOf("//");
            String spaces = comment < 0 ? between : between.substring(0, comment);
            text.append(spaces.replaceAll("[^ \\t\\r\\n\\f]", ""));
            text.append(comment < 0 ? "" : between.substring(comment));
            text.append(token(i).kind() == TokenKind.END ? "" : token(i).text());
        }
        return text.toString();
    }

    /** Reserved words have words of their own (parser.go, reservedIdentifier). */
    private static String noAlternative(String text) {
        for (String word : List.of("true", "false", "null")) {
            if (text.length() == word.length() + 3 && text.endsWith(word + "'")) {
                return "mismatched input '" + word + "' expecting IDENTIFIER";
            }
        }
        return "no viable alternative at input " + text;
    }

    private void match(Take take, @Nullable Stack stack) throws Broken, GivenUp {
        if (take.kinds().contains(current().kind())) {
            recovered();
            advance();
            return;
        }
        attempt();
        if (deleted(stack)) {
            advance();
            return;
        }
        if (Expected.at(take.target(), stack).contains(current().kind())) {
            if (!recovering) {
                report(current(), "missing " + Expected.print(Expected.at(state, stack)) + " at " + shown(current()));
            }
            return;
        }
        throw mismatch(stack);
    }

    private Broken mismatch(@Nullable Stack stack) {
        return new Broken(
                current(),
                "mismatched input " + shown(current()) + " expecting " + Expected.print(Expected.at(state, stack)));
    }

    /** Looks whether what comes fits at all before anything is decided. */
    private void synchronize(@Nullable Stack stack) throws Broken, GivenUp {
        Expected.Within within = Expected.within(state);
        if (recovering || within.leaves() || within.contains(current().kind())) {
            return;
        }
        if (state.role == Role.CHOICE) {
            if (!deleted(stack)) {
                throw mismatch(stack);
            }
            return;
        }
        reportUnwanted(stack);
        Set<TokenKind> wanted = Expected.at(state, stack);
        wanted.addAll(Expected.behind(stack));
        skipTo(wanted);
    }

    /** Drops the current token where the one behind it fits. */
    private boolean deleted(@Nullable Stack stack) {
        if (!Expected.at(state, stack).contains(token(1).kind())) {
            return false;
        }
        reportUnwanted(stack);
        advance();
        recovered();
        return true;
    }

    private void reportUnwanted(@Nullable Stack stack) {
        if (!recovering) {
            report(
                    current(),
                    "extraneous input " + shown(current()) + " expecting " + Expected.print(Expected.at(state, stack)));
        }
    }

    private void recover(@Nullable Stack stack) throws GivenUp {
        attempt();
        if (lastError == at && lastStates.contains(state)) {
            // The same error in the same place: without this step there would be no end.
            advance();
        }
        lastError = at;
        lastStates.add(state);
        skipTo(Expected.behind(stack));
    }

    private void skipTo(Set<TokenKind> kinds) throws GivenUp {
        while (current().kind() != TokenKind.END && !kinds.contains(current().kind())) {
            if (++skipped > MOST_SKIPPED) {
                issues.add(Issue.nowhere("error recovery token lookahead limit exceeded: " + MOST_SKIPPED));
                throw new GivenUp();
            }
            advance();
        }
    }

    private void attempt() throws GivenUp {
        if (recoveries++ == MOST_RECOVERIES) {
            add(current(), "error recovery attempt limit exceeded: " + MOST_RECOVERIES);
            throw new GivenUp();
        }
        skipped = 0;
    }

    private void recovered() {
        recovering = false;
        lastStates.clear();
        lastError = -1;
    }

    private void report(Token token, @Nullable String message) {
        recovering = true;
        add(token, String.valueOf(message));
    }

    private void add(Token token, String message) {
        issues.add(Issue.at(source, token.start(), "Syntax error: " + message));
    }

    private Token current() {
        return token(0);
    }

    private Token token(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private void advance() {
        at = Math.min(at + 1, tokens.size() - 1);
    }

    private static String shown(Token token) {
        return token.kind() == TokenKind.END ? "'<EOF>'" : quoted(token.text());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") + "'";
    }
}
