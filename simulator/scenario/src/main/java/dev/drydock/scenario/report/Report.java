package dev.drydock.scenario.report;

import dev.drydock.scenario.run.ScenarioResult;
import java.util.List;
import org.apiguardian.api.API;

/** The forms of a report. The same results give the same bytes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Report {
    /** JUnit XML: a suite a scenario, a test case a step. */
    JUNIT,
    /** JSON with everything. */
    JSON,
    /** One page that needs nothing else. */
    HTML,
    /** Workflow commands of GitHub Actions that annotate files. */
    GITHUB;

    /** The text of the report. */
    public String write(List<ScenarioResult> results) {
        return switch (this) {
            case JUNIT -> JunitXml.write(results);
            case JSON -> JsonReport.write(results);
            case HTML -> HtmlPage.write(results);
            case GITHUB -> GitHubAnnotations.write(results);
        };
    }
}
