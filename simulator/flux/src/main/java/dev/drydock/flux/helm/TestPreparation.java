package dev.drydock.flux.helm;

import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The test hooks of a release before they run (helm pkg/action/release_testing.go). */
final class TestPreparation {

    private final ReleaseTools tools;

    TestPreparation(ReleaseTools tools) {
        this.tools = tools;
    }

    /** Picks the hooks by the filters of the spec. */
    Operation prepare(Operation operation) {
        Release last =
                tools.storage().last(operation.name()).orElseThrow(() -> new HelmFailure(ReleaseStorage.NOT_FOUND));
        Set<String> included = new TreeSet<>();
        Set<String> excluded = new TreeSet<>();
        for (Node filter : tools.object().findList("spec", "test", "filters")) {
            (filter.isTrue("exclude") ? excluded : included).add(filter.findText("name"));
        }
        List<Hook> hooks = last.hooks().stream()
                .filter(hook -> !excluded.contains(hook.name()))
                .filter(hook -> included.isEmpty() || included.contains(hook.name()))
                .toList();
        List<Step> steps = new ArrayList<>(HookSteps.of(hooks, "test", ""));
        // What succeeded is deleted after the result was stored.
        List<Step> deletions = steps.stream().filter(TestPreparation::isCleanup).toList();
        steps.removeAll(deletions);
        steps.add(new Step.Finish());
        for (Step step : deletions) {
            steps.add(new Step.DeleteHook(((Step.DeleteHook) step).hook(), Hook.SUCCEEDED, "", true));
        }
        return operation.with(last).withServerSide(last.isServerSide()).next(steps, tools.now());
    }

    private static boolean isCleanup(Step step) {
        return step instanceof Step.DeleteHook delete && delete.policy().equals(Hook.SUCCEEDED);
    }
}
