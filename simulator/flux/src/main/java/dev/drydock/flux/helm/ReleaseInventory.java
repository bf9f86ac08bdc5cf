package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.DefinitionFile;
import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a release for its status (helm-controller internal/inventory).
 *
 * @param entries ids and versions
 * @param warnings kinds of which it is not known whether they have namespaces
 */
record ReleaseInventory(List<MapNode> entries, List<String> warnings) {

    /** The objects of a revision and the definitions of its chart. */
    static ReleaseInventory of(Release release, @Nullable LoadedChart chart, Client client) {
        List<MapNode> entries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (MapNode object : ObjectReader.read(release.manifest()).objects()) {
            if (!ObjectFields.annotations(object).containsKey("helm.sh/hook")) {
                entries.add(entry(placed(object, release.namespace(), client, warnings)));
            }
        }
        if (chart != null) {
            for (DefinitionFile file : chart.definitions()) {
                ObjectReader.read(file.text()).objects().forEach(object -> entries.add(entry(object)));
            }
        }
        return new ReleaseInventory(entries, warnings);
    }

    private static MapNode placed(MapNode object, String namespace, Client client, List<String> warnings) {
        if (!ObjectFields.namespace(object).isEmpty()) {
            return object;
        }
        try {
            return client.isNamespaced(ObjectFields.type(object))
                    ? object.with(List.of("metadata", "namespace"), namespace)
                    : object;
        } catch (NoMatchException e) {
            warnings.add("failed to determine if " + ObjectFields.kind(object)
                    + " is namespace scoped, skipping namespace: " + e.getMessage());
            return object;
        }
    }

    private static MapNode entry(MapNode object) {
        return MapNode.of(
                "id",
                ObjectMetadata.of(object).id(),
                "v",
                ObjectFields.type(object).version());
    }
}
