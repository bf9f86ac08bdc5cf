package dev.drydock.cli;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prints results for a person: a line a scenario, a line a step, and what did not hold. */
final class ResultPrinter {

    private static final String INDENT = "      ";

    private final Console console;

    ResultPrinter(Console console) {
        this.console = console;
    }

    /** What a person reads of a result; {@code time} says how long it took. */
    PrintedResult printed(ScenarioResult result, String time) {
        StringBuilder text = new StringBuilder();
        write(result, time, line -> text.append(line).append('\n'));
        long known = result.steps().stream()
                .flatMap(step -> step.problems().stream())
                .filter(problem -> problem.verdict() == Verdict.KNOWN_DIFFERENCE)
                .count();
        return new PrintedResult(result.verdict(), known, text.toString());
    }

    private void write(ScenarioResult result, String time, Consumer<String> print) {
        String name = result.scenario().name();
        String gap = " ".repeat(Math.max(1, 76 - name.length() - time.length()));
        print.accept(mark(result.verdict()) + " " + name + gap + console.dim(time));
        int number = 0;
        for (StepResult step : result.steps()) {
            number++;
            print.accept("  " + mark(step.verdict()) + " " + step.step().name());
            for (Finding problem : step.problems()) {
                write(problem, "step " + number + ": ", print);
            }
            for (Finding noted : step.notes()) {
                for (String note : noted.notes()) {
                    print.accept("    " + console.yellow("note") + "  " + noted.title() + ": " + note + " "
                            + console.dim("(" + noted.location() + ")"));
                }
            }
        }
        result.notes().forEach(note -> print.accept("  " + console.yellow("note") + "  " + note));
        if (result.verdict().compareTo(Verdict.FAILED) >= 0) {
            print.accept("    "
                    + console.dim("see    drydock explain "
                            + result.scenario().location().file() + " KIND/NAMESPACE/NAME"));
        }
        if (!result.happened().isEmpty()) {
            print.accept("    no assertion; what happened:");
            result.happened().forEach(line -> print.accept(INDENT + line));
        } else if (result.verdict() == Verdict.NO_ASSERTION) {
            print.accept("    no assertion");
        }
    }

    private void write(Finding problem, String where, Consumer<String> print) {
        if (problem.verdict() == Verdict.KNOWN_DIFFERENCE) {
            print.accept(console.dim("    " + where + "known difference: " + problem.title()));
            return;
        }
        print.accept("    " + console.dim(problem.location().toString()));
        print.accept("    " + where + problem.title());
        problem.details().lines().forEach(line -> print.accept(INDENT + line));
    }

    void summary(List<PrintedResult> results, long cached, int left) {
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = results.stream().filter(r -> r.verdict() == verdict).count();
            if (count > 0) {
                parts.add(colour(verdict, count + " " + verdict));
            }
        }
        if (left > 0) {
            parts.add(left + " not run");
        }
        long known = results.stream().mapToLong(PrintedResult::knownDifferences).sum();
        if (known > 0) {
            parts.add(known + (known == 1 ? " check" : " checks") + " with a known difference");
        }
        int total = results.size() + left;
        console.print(total
                + (total == 1 ? " scenario: " : " scenarios: ")
                + String.join(", ", parts)
                + (cached > 0 ? " (" + cached + " cached)" : ""));
    }

    private String mark(Verdict verdict) {
        return switch (verdict) {
            case HELD -> console.green("✔");
            case KNOWN_DIFFERENCE -> console.yellow("≈");
            case FAILED -> console.red("✘");
            case NOT_JUDGED -> console.yellow("?");
            default -> console.dim("·");
        };
    }

    private String colour(Verdict verdict, String text) {
        return switch (verdict) {
            case HELD -> console.green(text);
            case FAILED -> console.red(text);
            case NOT_JUDGED -> console.yellow(text);
            default -> text;
        };
    }
}
