package dev.drydock.scenario.report;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import java.util.List;

/** Annotations for GitHub Actions: an error for what failed, a warning for what could not be judged. */
final class GitHubAnnotations {

    private GitHubAnnotations() {}

    static String write(List<ScenarioResult> results) {
        StringBuilder text = new StringBuilder();
        for (ScenarioResult result : results) {
            for (StepResult step : result.steps()) {
                for (Finding problem : step.problems()) {
                    text.append(problem.verdict() == Verdict.FAILED ? "::error " : "::warning ");
                    text.append("file=").append(property(problem.location().file()));
                    text.append(",line=").append(problem.location().line());
                    text.append(",col=").append(problem.location().column());
                    text.append(",title=").append(property(result.scenario().name() + ": " + problem.title()));
                    text.append("::").append(data(problem.details())).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
