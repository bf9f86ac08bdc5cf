package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a HelmRelease with an action under way. Immutable, so that a world with runs under way can be copied.
 *
 * @param before the HelmRelease as last written
 * @param object the HelmRelease with what the run changed in it so far
 * @param chart the chart, null for a run that only uninstalls
 * @param values the composed values
 * @param purpose what for
 * @param done the types of the actions that were done already
 * @param action the action under way
 * @param operation how far it came
 */
record Run(
        MapNode before,
        MapNode object,
        @Nullable LoadedChart chart,
        MapNode values,
        Purpose purpose,
        List<ActionType> done,
        String action,
        @Nullable Operation operation) {

    /** What a run is for. */
    enum Purpose {
        /** To bring the release to what the spec says. */
        RELEASE,
        /** To uninstall a release whose place or name has changed. */
        MOVE,
        /** To uninstall the release of a HelmRelease that is deleted. */
        DELETION
    }

    /** Types of actions, of which each is done once in a run at most (internal/reconcile/reconcile.go). */
    enum ActionType {
        RELEASE,
        REMEDIATE,
        TEST,
        UNLOCK,
        DRIFT
    }

    Run {
        done = List.copyOf(done);
    }

    Run with(MapNode changed) {
        return new Run(before, changed, chart, values, purpose, done, action, operation);
    }

    Run written() {
        return new Run(object, object, chart, values, purpose, done, action, operation);
    }

    Run doing(String name, @Nullable Operation begun) {
        return new Run(before, object, chart, values, purpose, done, name, begun);
    }

    Run after(ActionType type) {
        List<ActionType> more = new java.util.ArrayList<>(done);
        more.add(type);
        return new Run(before, object, chart, values, purpose, more, "", null);
    }
}
