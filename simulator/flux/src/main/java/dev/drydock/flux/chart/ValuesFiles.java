package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.SecurePath;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The default values of a chart, merged from files (builder_local.go, mergeFileValues; builder_remote.go,
 * mergeChartValues).
 *
 * @param values the merged values
 * @param used the files that were there
 */
record ValuesFiles(MapNode values, List<String> used) {

    /** Files of a source, by their paths from its root. */
    static ValuesFiles ofSource(Content source, ChartOptions options) {
        return merge(
                source,
                options,
                "",
                (path, reference) -> "no values file found at path '/" + path + "' (reference '" + reference + "')");
    }

    /** Files of a packaged chart; templates do not count. */
    static ValuesFiles ofChart(Content chart, ChartOptions options) {
        return merge(
                chart,
                options,
                "failed to merge chart values: ",
                (path, reference) -> "no values file found at path '" + reference + "'");
    }

    private static ValuesFiles merge(
            Content content, ChartOptions options, String prefix, BiFunction<String, String, String> missing) {
        MapNode merged = MapNode.EMPTY;
        List<String> used = new ArrayList<>();
        for (String reference : options.valuesFiles()) {
            String path = SecurePath.of(reference);
            Content.File file = ChartTree.file(content, path);
            if (file == null) {
                if (options.ignoreMissingValuesFiles()) {
                    continue;
                }
                throw new BuildException(BuildException.Reason.VALUES_FILES, prefix + missing.apply(path, reference));
            }
            merged = merged(merged, read(file, reference, prefix));
            used.add(reference);
        }
        return new ValuesFiles(merged, used);
    }

    private static MapNode read(Content.File file, String reference, String prefix) {
        String cause;
        try {
            Node node = YamlReader.read(file.text(), reference, YamlMode.KUBERNETES);
            if (node instanceof MapNode map) {
                return map;
            }
            if (node instanceof ScalarNode scalar && scalar.value() == null) {
                return MapNode.EMPTY;
            }
            cause = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                    + (node instanceof ScalarNode scalar && scalar.isString() ? "string" : "array")
                    + " into Go value of type map[string]interface {}";
        } catch (YamlException e) {
            cause = "error converting YAML to JSON: " + e.upstream();
        }
        throw new BuildException(
                BuildException.Reason.VALUES_FILES,
                prefix + "unmarshaling values from '" + reference + "' failed: " + cause);
    }

    /** Maps are merged, everything else is replaced (fluxcd/pkg runtime/transform, MergeMaps). */
    static MapNode merged(MapNode below, MapNode above) {
        MapNode result = below;
        for (String key : above.keys()) {
            Node value = above.get(key);
            Node old = result.get(key);
            if (value instanceof MapNode map && old instanceof MapNode oldMap) {
                result = result.with(key, merged(oldMap, map));
            } else if (value != null) {
                result = result.with(key, value);
            }
        }
        return result;
    }
}
