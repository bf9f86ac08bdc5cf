package dev.drydock.scenario.report;

import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.OperationResult;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.function.Function;

/** The JSON report. It holds no wall-clock time, so that equal runs give equal bytes. */
final class JsonReport {

    private JsonReport() {}

    static String write(List<ScenarioResult> results) {
        MapNode report = MapNode.of(
                "apiVersion",
                "drydock.dev/v1alpha1",
                "kind",
                "Report",
                "scenarios",
                list(results, JsonReport::scenario));
        return JsonWriter.pretty(report) + "\n";
    }

    private static <T> ListNode list(List<T> items, Function<T, MapNode> entry) {
        return ListNode.of(items.stream().map(entry).toList());
    }

    private static MapNode scenario(ScenarioResult result) {
        return MapNode.builder()
                .put("name", result.scenario().name())
                .put("location", place(result.scenario().location()))
                .put("labels", MapNode.ofStrings(result.scenario().labels()))
                .put("seed", result.seed())
                .put("verdict", result.verdict().toString())
                .put("simulatedSeconds", result.simulated().toMillis() / 1000.0)
                .put("steps", list(result.steps(), JsonReport::step))
                .put("happened", ListNode.ofStrings(result.happened()))
                .put("notes", ListNode.ofStrings(result.notes()))
                .build();
    }

    private static MapNode step(StepResult result) {
        return MapNode.builder()
                .put("name", result.step().name())
                .put("location", place(result.step().location()))
                .put("verdict", result.verdict().toString())
                .put("operations", list(result.operations(), JsonReport::operation))
                .put("checks", list(result.checks(), JsonReport::finding))
                .build();
    }

    private static MapNode operation(OperationResult result) {
        return MapNode.builder()
                .put("op", result.operation().name())
                .put("as", result.as().user())
                .put("verdict", result.verdict().toString())
                .put("requests", list(result.requests(), JsonReport::request))
                .put("findings", list(result.findings(), JsonReport::finding))
                .build();
    }

    private static MapNode request(RequestResult result) {
        return MapNode.builder()
                .put("object", result.object())
                .put("code", result.code())
                .putIfPresent("reason", result.reason().isEmpty() ? null : result.reason())
                .putIfPresent("message", result.message().isEmpty() ? null : result.message())
                .putIfPresent(
                        "warnings", result.warnings().isEmpty() ? null : (Node) ListNode.ofStrings(result.warnings()))
                .putIfPresent("notModelled", result.notModelled())
                .build();
    }

    private static MapNode finding(Finding finding) {
        return MapNode.builder()
                .put("title", finding.title())
                .put("location", place(finding.location()))
                .put("verdict", finding.verdict().toString())
                .put("details", list(finding.lines(), line -> MapNode.of("label", line.label(), "text", line.text())))
                .build();
    }

    private static MapNode place(Location location) {
        return MapNode.of("file", location.file(), "line", location.line(), "column", location.column());
    }
}
