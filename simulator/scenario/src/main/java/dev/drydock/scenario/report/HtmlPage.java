package dev.drydock.scenario.report;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.List;
import java.util.Locale;

/** The report as one page without scripts or links to elsewhere. */
final class HtmlPage {

    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1e21 }
            h1 { font-size: 1.4rem } details { border-bottom: 1px solid #ddd; padding: .4rem 0 }
            summary { cursor: pointer } .step { margin: .3rem 0 .3rem 1.5rem } .d { color: #667 }
            pre { background: #f6f7f8; padding: .6rem; overflow-x: auto; white-space: pre-wrap; margin: .3rem 0 .3rem 1.5rem }
            .known-difference { color: #6b5bb5 }
            .held { color: #18794e } .failed { color: #c1272d } .not-judged { color: #8a5a00 } .no-assertion { color: #667 }
            @media (prefers-color-scheme: dark) { body { background: #16181b; color: #e4e6e8 } pre { background: #22262a } }
            """;

    private HtmlPage() {}

    static String write(List<ScenarioResult> results) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>Drydock report</title>\n<style>\n");
        page.append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(summary(results))
                .append("</h1>\n");
        results.forEach(result -> scenario(result, page));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String summary(List<ScenarioResult> results) {
        StringBuilder text = new StringBuilder(results.size() + (results.size() == 1 ? " scenario" : " scenarios"));
        for (Verdict verdict : Verdict.values()) {
            long count = results.stream().filter(r -> r.verdict() == verdict).count();
            if (count > 0) {
                text.append(", ").append(mark(verdict, count + " " + verdict));
            }
        }
        return text.toString();
    }

    private static String mark(Verdict verdict, String text) {
        String style = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "<span class=\"" + style + "\">" + Markup.escape(text) + "</span>";
    }

    private static void scenario(ScenarioResult result, StringBuilder page) {
        boolean open = result.verdict().compareTo(Verdict.HELD) > 0;
        page.append("<details").append(open ? " open" : "").append("><summary>");
        page.append(mark(
                result.verdict(),
                symbol(result.verdict()) + " " + result.scenario().name()));
        page.append(" <span class=\"d\">")
                .append(Markup.escape(result.scenario().location().toString()))
                .append("</span></summary>\n");
        if (!result.scenario().description().isEmpty()) {
            page.append("<p>")
                    .append(Markup.escape(result.scenario().description()))
                    .append("</p>\n");
        }
        result.steps().forEach(step -> step(step, page));
        result.notes()
                .forEach(note -> page.append("<div class=\"step d\">note: ")
                        .append(Markup.escape(note))
                        .append("</div>\n"));
        if (!result.happened().isEmpty()) {
            page.append("<pre>")
                    .append(Markup.escape(String.join("\n", result.happened())))
                    .append("</pre>\n");
        }
        page.append("</details>\n");
    }

    private static void step(StepResult step, StringBuilder page) {
        page.append("<div class=\"step\">");
        page.append(mark(step.verdict(), symbol(step.verdict()))).append(' ');
        page.append(Markup.escape(step.step().name())).append("</div>\n");
        for (Finding noted : step.notes()) {
            page.append("<pre>")
                    .append(Markup.escape(noted.title() + "\nnote: " + String.join("\n", noted.notes())))
                    .append("</pre>\n");
        }
        for (Finding problem : step.problems()) {
            page.append("<pre>")
                    .append(Markup.escape(problem.title() + "\n" + problem.details()))
                    .append("</pre>\n");
        }
    }

    private static String symbol(Verdict verdict) {
        return switch (verdict) {
            case HELD -> "✔";
            case KNOWN_DIFFERENCE -> "≈";
            case FAILED -> "✘";
            case NOT_JUDGED -> "?";
            default -> "·";
        };
    }
}
