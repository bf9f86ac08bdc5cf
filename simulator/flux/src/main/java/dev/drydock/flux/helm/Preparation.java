package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/** Everything of an action before its new revision is stored: nothing of it leaves a trace when it fails. */
final class Preparation {

    private final ReleaseTools tools;
    private final ReleaseRendering rendering;

    /** A preparation with the chart and values of the HelmRelease; no chart for actions that need none. */
    Preparation(ReleaseTools tools, @Nullable LoadedChart chart, MapNode values) {
        this.tools = tools;
        this.rendering = new ReleaseRendering(tools, chart, values);
    }

    /** Definitions of the chart come first. */
    Operation applyDefinitions(Operation operation) {
        return new ChartDefinitions(tools, rendering.definitions()).apply(operation);
    }

    /** Stores the new revision, or the changed one. */
    Operation prepare(Operation operation) {
        return switch (operation.action()) {
            case INSTALL -> new InstallPreparation(tools, rendering).prepare(operation);
            case UPGRADE -> new UpgradePreparation(tools, rendering).prepare(operation);
            case ROLLBACK -> new RollbackPreparation(tools).prepare(operation);
            case UNINSTALL -> new UninstallPreparation(tools).prepare(operation);
            case TEST -> new TestPreparation(tools).prepare(operation);
        };
    }
}
