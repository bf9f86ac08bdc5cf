package dev.drydock.cel.check;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Children;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Formats that do not fit the list of their arguments (cel-go, ext/formatting.go, stringFormatValidator). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FormatValidator implements Validator {

    private static final Set<Kind> TEXTS = EnumSet.of(
            Kind.LIST,
            Kind.MAP,
            Kind.INT,
            Kind.UINT,
            Kind.DOUBLE,
            Kind.BOOL,
            Kind.STRING,
            Kind.TIMESTAMP,
            Kind.BYTES,
            Kind.DURATION,
            Kind.TYPE,
            Kind.NULL);
    private static final String TEXT_REFUSAL =
            "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and"
                    + " timestamps, was given ";

    private record Clause(Set<Kind> kinds, String refusal) {}

    private static final Map<Character, Clause> CLAUSES = Map.of(
            's', new Clause(TEXTS, TEXT_REFUSAL),
            'd', new Clause(EnumSet.of(Kind.INT, Kind.UINT), "decimal clause can only be used on integers, was given "),
            'f',
                    new Clause(
                            EnumSet.of(Kind.DOUBLE, Kind.STRING),
                            "fixed-point clause can only be used on doubles, was given "),
            'e',
                    new Clause(
                            EnumSet.of(Kind.DOUBLE, Kind.STRING),
                            "scientific clause can only be used on doubles, was given "),
            'b',
                    new Clause(
                            EnumSet.of(Kind.INT, Kind.UINT, Kind.BOOL),
                            "only integers and bools can be formatted as binary, was given "),
            'x',
                    new Clause(
                            EnumSet.of(Kind.INT, Kind.UINT, Kind.STRING, Kind.BYTES),
                            "only integers, byte buffers, and strings can be formatted as hex, was given "),
            'X',
                    new Clause(
                            EnumSet.of(Kind.INT, Kind.UINT, Kind.STRING, Kind.BYTES),
                            "only integers, byte buffers, and strings can be formatted as hex, was given "),
            'o', new Clause(EnumSet.of(Kind.INT, Kind.UINT), "octal clause can only be used on integers, was given "));

    /** A validator of formats. */
    public FormatValidator() {}

    @Override
    public void validate(Ast ast, List<Issue> issues) {
        Children.forEach(ast.expression(), expr -> {
            if (expr instanceof Expr.Call call
                    && call.function().equals("format")
                    && call.target() != null
                    && call.arguments().size() == 1
                    && call.arguments().get(0) instanceof Expr.ListLiteral list) {
                @Nullable String pattern = Checker.text(call.target());
                if (pattern != null) {
                    check(ast, call, pattern, list.elements(), issues);
                }
            }
        });
    }

    private static void check(Ast ast, Expr.Call call, String pattern, List<Expr> arguments, List<Issue> issues) {
        int next = 0;
        int at = 0;
        while (at < pattern.length()) {
            if (pattern.charAt(at) != '%') {
                at++;
                continue;
            }
            if (pattern.startsWith("%%", at)) {
                at += 2;
                continue;
            }
            if (at + 1 >= pattern.length()) {
                report(ast, call, "unexpected end of string", issues);
                return;
            }
            if (next >= arguments.size()) {
                report(ast, call, "index " + next + " out of range", issues);
                return;
            }
            int verb = at + 1;
            if (pattern.charAt(verb) == '.') {
                verb++;
                while (verb < pattern.length() && pattern.charAt(verb) >= '0' && pattern.charAt(verb) <= '9') {
                    verb++;
                }
                @Nullable String wrong = precision(pattern, at + 2, verb);
                if (wrong != null) {
                    report(ast, call, "could not parse formatting clause: " + wrong, issues);
                    return;
                }
            }
            @Nullable Clause clause = CLAUSES.get(pattern.charAt(verb));
            if (clause == null) {
                String shown = Character.toString(pattern.charAt(verb));
                report(
                        ast,
                        call,
                        "could not parse formatting clause: unrecognized formatting clause \"" + shown + "\"",
                        issues);
                return;
            }
            @Nullable Expr unfit = unfit(ast, clause, arguments.get(next));
            if (unfit != null) {
                String given = type(ast, unfit).runtimeName();
                report(ast, unfit, "error during formatting: " + clause.refusal + given, issues);
                return;
            }
            next++;
            at = verb + 1;
        }
        if (arguments.size() > next) {
            report(
                    ast,
                    call,
                    "too many arguments supplied to string.format (expected " + next + ", got " + arguments.size()
                            + ")",
                    issues);
        }
    }

    private static @Nullable String precision(String pattern, int start, int end) {
        String reason = "error while parsing precision: ";
        if (end >= pattern.length()) {
            return reason + "could not find end of precision specifier";
        }
        String digits = pattern.substring(start, end);
        if (digits.isEmpty() || digits.length() > 18) {
            return reason + "error while converting precision to integer: strconv.Atoi: parsing \"" + digits + "\": "
                    + (digits.isEmpty() ? "invalid syntax" : "value out of range");
        }
        return null;
    }

    /** The argument, or the part of it, that a clause cannot print. */
    private static @Nullable Expr unfit(Ast ast, Clause clause, Expr argument) {
        CelType type = type(ast, argument);
        if (type.kind() != Kind.DYN && !clause.kinds.contains(type.kind())) {
            return argument;
        }
        if (clause.kinds != TEXTS) {
            return null;
        }
        List<Expr> parts = argument instanceof Expr.ListLiteral || argument instanceof Expr.MapLiteral
                ? Children.of(argument)
                : new ArrayList<>();
        for (Expr part : parts) {
            @Nullable Expr unfit = unfit(ast, clause, part);
            if (unfit != null) {
                return unfit;
            }
        }
        return null;
    }

    private static CelType type(Ast ast, Expr expr) {
        return ast.types().getOrDefault(expr.id(), CelType.DYN);
    }

    private static void report(Ast ast, Expr at, String message, List<Issue> issues) {
        issues.add(Issue.at(ast.source(), ast.offsets().getOrDefault(at.id(), 0), message));
    }
}
