package dev.drydock.helm;

import dev.drydock.helm.chart.Coalescing;
import dev.drydock.helm.chart.Dependencies;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.helm.value.GoMap;
import java.util.function.Consumer;

/**
 * A chart that the values of a release have met: the charts below that they switch off are gone, and the defaults are in.
 *
 * @param chart a copy of the chart
 * @param values the values that its templates see
 */
record MetChart(LoadedChart chart, GoMap values) {

    /**
     * Brings values to a chart.
     *
     * @param problem stands before what is said of dependencies that cannot be processed
     * @param warnings takes what Helm logs
     * @throws HelmException with Helm's words
     */
    static MetChart of(Chart chart, ReleaseValues values, String problem, Consumer<String> warnings) {
        LoadedChart loaded = chart.loaded().copy();
        GoMap given = values.copy();
        try {
            Dependencies.process(loaded, given, warnings);
        } catch (HelmException e) {
            throw new HelmException(problem + e.getMessage());
        }
        return new MetChart(loaded, Coalescing.coalesce(loaded, given, warnings));
    }
}
