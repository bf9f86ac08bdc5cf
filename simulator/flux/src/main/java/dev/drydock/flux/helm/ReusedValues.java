package dev.drydock.flux.helm;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/** Values of the release before, kept below the new ones (helm pkg/action/upgrade.go, reuseValues). */
final class ReusedValues {

    private ReusedValues() {}

    /** The values of a release over the defaults of its chart, with new ones on top. */
    static MapNode of(Release current, MapNode values) {
        MapNode old = coalesced(current.config(), current.chartValues());
        return coalesced(values, old);
    }

    private static MapNode coalesced(MapNode over, MapNode under) {
        MapNode result = over;
        for (String key : under.keys()) {
            Node mine = over.get(key);
            Node other = under.get(key);
            if (mine == null && other != null) {
                result = result.with(key, other);
            } else if (mine instanceof ScalarNode scalar && scalar.value() == null) {
                result = result.without(key);
            } else if (mine instanceof MapNode map && other instanceof MapNode otherMap) {
                result = result.with(key, coalesced(map, otherMap));
            }
        }
        return result;
    }
}
