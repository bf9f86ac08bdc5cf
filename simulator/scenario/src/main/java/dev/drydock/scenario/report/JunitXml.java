package dev.drydock.scenario.report;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.List;

/** The report in the XML that JUnit's Ant task introduced and every CI reads. */
final class JunitXml {

    private JunitXml() {}

    static String write(List<ScenarioResult> results) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long tests = results.stream().mapToLong(r -> r.steps().size()).sum();
        xml.append("<testsuites name=\"drydock\" tests=\"").append(tests).append("\" failures=\"");
        xml.append(count(results, Verdict.FAILED)).append("\" errors=\"");
        xml.append(count(results, Verdict.NOT_JUDGED)).append("\">\n");
        results.forEach(result -> suite(result, xml));
        return xml.append("</testsuites>\n").toString();
    }

    private static long count(List<ScenarioResult> results, Verdict verdict) {
        return results.stream().mapToLong(r -> count(r, verdict)).sum();
    }

    private static long count(ScenarioResult result, Verdict verdict) {
        return result.steps().stream().filter(s -> s.verdict() == verdict).count();
    }

    private static void suite(ScenarioResult result, StringBuilder xml) {
        String name = Markup.escape(result.scenario().name());
        xml.append("  <testsuite name=\"")
                .append(name)
                .append("\" tests=\"")
                .append(result.steps().size());
        xml.append("\" failures=\"").append(count(result, Verdict.FAILED)).append("\" errors=\"");
        xml.append(count(result, Verdict.NOT_JUDGED)).append("\" skipped=\"0\" time=\"0\" file=\"");
        xml.append(Markup.escape(result.scenario().location().file())).append("\">\n");
        for (StepResult step : result.steps()) {
            xml.append("    <testcase classname=\"").append(name).append("\" name=\"");
            xml.append(Markup.escape(step.step().name())).append("\" time=\"0\" file=\"");
            xml.append(Markup.escape(step.step().location().file())).append("\" line=\"");
            xml.append(step.step().location().line()).append('"');
            List<Finding> problems = step.problems();
            if (problems.isEmpty()) {
                xml.append("/>\n");
                continue;
            }
            xml.append(">\n");
            problem(step.verdict(), problems, xml);
            xml.append("    </testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    /** One element a test case: readers of this format take no more. */
    private static void problem(Verdict verdict, List<Finding> problems, StringBuilder xml) {
        String element = verdict == Verdict.FAILED ? "failure" : "error";
        xml.append("      <").append(element).append(" message=\"");
        xml.append(Markup.escape(problems.get(0).title()))
                .append("\" type=\"")
                .append(verdict)
                .append("\">");
        for (Finding problem : problems) {
            xml.append(Markup.escape(problem.location() + ": " + problem.title() + "\n" + problem.details() + "\n"));
        }
        xml.append("</").append(element).append(">\n");
    }
}
