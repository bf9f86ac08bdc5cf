package dev.drydock.cli;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Prints results for a person: a line a scenario, a line a step, and what did not hold. */
final class ResultPrinter {

    private static final String INDENT = "      ";

    private final Console console;

    ResultPrinter(Console console) {
        this.console = console;
    }

    void print(ScenarioResult result, long milliseconds) {
        String name = result.scenario().name();
        String time = milliseconds + " ms";
        String gap = " ".repeat(Math.max(1, 76 - name.length() - time.length()));
        console.print(mark(result.verdict()) + " " + name + gap + console.dim(time));
        int number = 0;
        for (StepResult step : result.steps()) {
            number++;
            console.print("  " + mark(step.verdict()) + " " + step.step().name());
            for (Finding problem : step.problems()) {
                print(problem, "step " + number + ": ");
            }
        }
        if (result.verdict().compareTo(Verdict.FAILED) >= 0) {
            console.print("    "
                    + console.dim("see    drydock explain "
                            + result.scenario().location().file() + " KIND/NAMESPACE/NAME"));
        }
        if (!result.happened().isEmpty()) {
            console.print("    no assertion; what happened:");
            result.happened().forEach(line -> console.print(INDENT + line));
        } else if (result.verdict() == Verdict.NO_ASSERTION) {
            console.print("    no assertion");
        }
    }

    private void print(Finding problem, String where) {
        if (problem.verdict() == Verdict.KNOWN_DIFFERENCE) {
            console.print(console.dim("    " + where + "known difference: " + problem.title()));
            return;
        }
        console.print("    " + console.dim(problem.location().toString()));
        console.print("    " + where + problem.title());
        problem.details().lines().forEach(line -> console.print(INDENT + line));
    }

    void summary(List<ScenarioResult> results, int left) {
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
        long known = results.stream()
                .flatMap(result -> result.steps().stream())
                .flatMap(step -> step.problems().stream())
                .filter(problem -> problem.verdict() == Verdict.KNOWN_DIFFERENCE)
                .count();
        if (known > 0) {
            parts.add(known + (known == 1 ? " check" : " checks") + " with a known difference");
        }
        int total = results.size() + left;
        console.print(total + (total == 1 ? " scenario: " : " scenarios: ") + String.join(", ", parts));
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
