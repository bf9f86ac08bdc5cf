package dev.drydock.scenario.report;

import dev.drydock.scenario.run.ScenarioResult;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/** The forms of a report. The same results give the same bytes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Report {
    /** JUnit XML: a suite a scenario, a test case a step. */
    JUNIT(JunitXml::write),
    /** JSON with everything. */
    JSON(JsonReport::write),
    /** One page that needs nothing else. */
    HTML(HtmlPage::write),
    /** Workflow commands of GitHub Actions that annotate files. */
    GITHUB(GitHubAnnotations::write);

    private final Function<List<ScenarioResult>, String> writer;

    Report(Function<List<ScenarioResult>, String> writer) {
        this.writer = writer;
    }

    /** The text of the report. */
    public String write(List<ScenarioResult> results) {
        return writer.apply(results);
    }
}
