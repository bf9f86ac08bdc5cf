package dev.drydock.kustomize.file;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The old field for charts, turned into the new ones; follows api/types/helmchartargs.go. */
final class HelmFields {

    private static final Map<String, String> RENAMED = Map.of(
            "chartName", "name",
            "chartVersion", "version",
            "chartRepoUrl", "repo",
            "releaseName", "releaseName",
            "releaseNamespace", "namespace",
            "values", "valuesFile",
            "valuesLocal", "valuesInline",
            "valuesMerge", "valuesMerge");

    private HelmFields() {}

    static MapNode fix(MapNode file) {
        List<Node> old = file.findList("helmChartInflationGenerator").items();
        MapNode fixed = file.without("helmChartInflationGenerator");
        if (old.isEmpty()) {
            return fixed;
        }
        List<Node> charts = new ArrayList<>(fixed.findList("helmCharts").items());
        MapNode globals = MapNode.EMPTY;
        for (Node args : old) {
            MapNode.Builder chart = MapNode.builder();
            ((MapNode) args).forEach((field, value) -> {
                String name = RENAMED.get(field);
                if (name != null && !(value instanceof ScalarNode scalar && "".equals(scalar.value()))) {
                    chart.put(name, value);
                }
            });
            charts.add(chart.build());
            globals = global(globals, args, "chartHome", "chartHome");
            globals = global(globals, args, "helmHome", "configHome");
        }
        fixed = fixed.with("helmCharts", ListNode.of(charts));
        return globals.isEmpty() || fixed.has("helmGlobals") ? fixed : fixed.with("helmGlobals", globals);
    }

    private static MapNode global(MapNode globals, Node args, String from, String to) {
        String value = args.findString(from);
        return value == null || value.isEmpty() ? globals : globals.with(to, value);
    }
}
