package dev.drydock.helm;

import dev.drydock.helm.chart.ChartLoader;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.helm.values.SetSyntax;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What values become when they meet a chart.
 *
 * @param values the root chart's {@code .Values}
 * @param charts full paths of the charts that are rendered
 * @param warnings what Helm logs on the way, sorted, each once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChartValues(Node values, List<String> charts, List<String> warnings) {

    /** Copies the lists. */
    public ChartValues {
        charts = List.copyOf(charts);
        warnings = List.copyOf(warnings);
    }

    /** How a text that sets values is read. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum SetKind {
        /** {@code --set}. */
        TYPED,
        /** {@code --set-string}. */
        STRING,
        /** {@code --set-literal}. */
        LITERAL,
        /** {@code --set-json}. */
        JSON
    }

    /**
     * The values of a release over the defaults of a chart.
     *
     * @throws HelmException with Helm's words
     */
    public static ChartValues of(Chart chart, ReleaseValues values) {
        TreeSet<String> warnings = new TreeSet<>();
        MetChart met = MetChart.of(chart, values, "", warnings::add);
        List<String> charts = new ArrayList<>();
        collect(met.chart(), charts);
        return new ChartValues(GoTree.encode(met.values()), charts, List.copyOf(warnings));
    }

    private static void collect(LoadedChart chart, List<String> paths) {
        paths.add(chart.fullPath());
        chart.dependencies().forEach(child -> collect(child, paths));
    }

    /**
     * Sets values by an expression such as {@code a.b[0]=x}.
     *
     * @param start YAML text of the values before
     * @throws HelmException with Helm's words
     */
    public static Node set(String start, String expression, SetKind kind) {
        try {
            Object values = GoTree.decode(GoYaml.unmarshal(start, GoMap.ANY));
            GoMap map = values instanceof GoMap given ? given : GoMap.create();
            SetSyntax.apply(expression, map, SetSyntax.Kind.valueOf(kind.name()));
            return GoTree.encode(map);
        } catch (GoException e) {
            throw new HelmException(e.getMessage());
        }
    }

    /**
     * Reads a text as the values of a user.
     *
     * @throws HelmException with Helm's words
     */
    public static Node read(String text) {
        return tree(() ->
                GoTree.decode(GoYaml.unmarshal(text, "common.Values")) instanceof GoMap map ? map : GoMap.create());
    }

    /**
     * Reads a text as the {@code values.yaml} of a chart.
     *
     * @throws HelmException with Helm's words
     */
    public static Node readDefaults(String text) {
        return tree(() -> ChartLoader.readValues(text));
    }

    private static Node tree(java.util.function.Supplier<GoMap> values) {
        try {
            return GoTree.encode(values.get());
        } catch (GoException e) {
            throw new HelmException(e.getMessage());
        }
    }
}
