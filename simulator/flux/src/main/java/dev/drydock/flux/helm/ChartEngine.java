package dev.drydock.flux.helm;

import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.Client;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What the controller asks of Helm's rendering. */
interface ChartEngine {

    /**
     * Loads a chart with {@code Chart.yaml} at its root.
     *
     * @throws HelmFailure in Helm's words
     */
    LoadedChart load(Content files);

    /** A chart; immutable. */
    interface LoadedChart {

        /** What {@code Chart.yaml} says. */
        MapNode metadata();

        /** The default values. */
        MapNode values();

        /** The files of the folder {@code crds}, also of charts below. */
        List<DefinitionFile> definitions();

        /** The chart with another version. */
        LoadedChart withVersion(String version);

        /**
         * Renders the chart.
         *
         * @throws HelmFailure in Helm's words
         */
        Rendering render(Request request);
    }

    /**
     * A file of the folder {@code crds}.
     *
     * @param name its path in its own chart
     * @param text what it holds
     */
    record DefinitionFile(String name, String text) {}

    /**
     * What is rendered.
     *
     * @param object the HelmRelease, whose post-renderers and metadata are added
     * @param values the values of the release
     * @param name name of the release
     * @param namespace namespace of the release
     * @param revision its revision
     * @param isUpgrade whether it is an upgrade, not an install
     * @param skipsSchema whether the values are not held against the chart's schema
     * @param client looks up objects, and knows what the server serves
     */
    record Request(
            MapNode object,
            MapNode values,
            String name,
            String namespace,
            int revision,
            boolean isUpgrade,
            boolean skipsSchema,
            Client client) {}

    /**
     * What came of it.
     *
     * @param manifest the objects of the release in the order of their installation
     * @param hooks the hooks
     * @param notes the notes
     */
    record Rendering(String manifest, List<Hook> hooks, String notes) {

        public Rendering {
            hooks = List.copyOf(hooks);
        }
    }
}
