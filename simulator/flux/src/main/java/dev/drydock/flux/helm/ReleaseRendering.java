package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.DefinitionFile;
import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.flux.helm.ChartEngine.Rendering;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a revision of what the chart of a HelmRelease renders with its values. */
final class ReleaseRendering {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_NAME = 53;

    private final ReleaseTools tools;
    private final @Nullable LoadedChart loaded;
    private final MapNode values;

    /** A rendering with the chart and values of the HelmRelease; no chart for actions that need none. */
    ReleaseRendering(ReleaseTools tools, @Nullable LoadedChart loaded, MapNode values) {
        this.tools = tools;
        this.loaded = loaded;
        this.values = values;
    }

    /** Whether Helm takes a name for one of a release. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /** The definitions that the chart brings. */
    List<DefinitionFile> definitions() {
        return chart().definitions();
    }

    /** The first revision. */
    Release install(String name, String namespace, boolean serverSide) {
        return render(name, namespace, 1, false, values, serverSide);
    }

    /** A later revision, above one whose values may be kept. */
    Release upgrade(String name, Release current, int revision, boolean reuses, boolean serverSide) {
        MapNode config = reuses ? ReusedValues.of(current, values) : values;
        return render(name, current.namespace(), revision, true, config, serverSide);
    }

    private LoadedChart chart() {
        LoadedChart chart = loaded;
        if (chart == null) {
            throw new IllegalStateException("an action that renders needs a chart");
        }
        return chart;
    }

    private Release render(
            String name, String namespace, int revision, boolean isUpgrade, MapNode config, boolean serverSide) {
        String section = isUpgrade ? "upgrade" : "install";
        LoadedChart chart = chart();
        Rendering rendering = chart.render(new ChartEngine.Request(
                tools.object(),
                config,
                name,
                namespace,
                revision,
                isUpgrade,
                tools.isTrue(section, "disableSchemaValidation"),
                tools.client()));
        List<Node> hooks =
                rendering.hooks().stream().map(hook -> (Node) hook.node()).toList();
        String time = tools.now().toString();
        return new Release(MapNode.builder()
                .put("name", name)
                .put("info", MapNode.of("first_deployed", time, "last_deployed", time, "notes", rendering.notes()))
                .put("chart", MapNode.of("metadata", chart.metadata(), "values", chart.values()))
                .put("config", config)
                .put("manifest", rendering.manifest())
                .put("hooks", ListNode.of(hooks))
                .put("version", revision)
                .put("namespace", namespace)
                .put("apply_method", serverSide ? "ssa" : "csa")
                .build());
    }
}
