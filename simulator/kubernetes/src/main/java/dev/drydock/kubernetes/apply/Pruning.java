package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Removes what a manager applied last time, does not apply now, and nobody else owns (merge/update.go: prune).
 *
 * <p>All three steps are upstream's: everything of the last configuration is taken out, what others own is put back, and so
 * is what the manager never owned but lost with a parent.
 *
 * @param owners the owners with the new configuration of the manager in them
 */
record Pruning(Updater.Versions versions, Map<ManagerId, Ownership> owners) {

    private static final String BACK = "failed to prune fields: failed add back owned items: failed to convert ";

    /** The merged object without what is to be pruned. */
    MapNode prune(MapNode merged, Ownership last, FieldSet now, String version) {
        boolean sameVersion = last.apiVersion().equals(version);
        if (last.fields().isEmpty()
                || (sameVersion && last.fields().difference(now).isEmpty())) {
            return merged; // nothing is given up
        }
        Optional<Updater.Typed> converted = UnconvertibleException.convert(
                versions,
                merged,
                last.apiVersion(),
                "failed to prune fields: failed to convert merged object to last applied version");
        if (converted.isEmpty()) {
            return merged;
        }
        TypeRef type = converted.get().type();
        MapNode whole = converted.get().object();
        FieldSet given = last.fields().withNamedFields(type);
        MapNode pruned = map(Removal.remove(whole, given, type), whole);
        pruned = putBackOwned(whole, pruned, last.apiVersion());
        pruned = putBackDangling(whole, pruned, last.apiVersion(), given);
        return versions.convert(pruned, version).map(Updater.Typed::object).orElse(pruned);
    }

    private MapNode putBackOwned(MapNode whole, MapNode pruned, String version) {
        Map<String, FieldSet> managed = new LinkedHashMap<>();
        if (owners.values().stream().anyMatch(o -> o.apiVersion().equals(version))) {
            managed.put(version, FieldSet.EMPTY); // first, so that conversions find what they need
        }
        for (Ownership ownership : owners.values()) {
            managed.merge(ownership.apiVersion(), ownership.fields(), FieldSet::union);
        }
        MapNode merged = whole;
        MapNode result = pruned;
        for (Map.Entry<String, FieldSet> entry : managed.entrySet()) {
            Optional<Updater.Typed> mergedThere = UnconvertibleException.convert(
                    versions, merged, entry.getKey(), BACK + "merged object at version " + entry.getKey());
            if (mergedThere.isEmpty()) {
                continue;
            }
            merged = mergedThere.get().object();
            Optional<Updater.Typed> prunedThere = UnconvertibleException.convert(
                    versions, result, entry.getKey(), BACK + "pruned object at version " + entry.getKey());
            if (prunedThere.isEmpty()) {
                continue;
            }
            result = putBack(
                    merged, prunedThere.get().object(), mergedThere.get().type(), entry.getValue());
        }
        return result;
    }

    private static MapNode putBack(MapNode merged, MapNode pruned, TypeRef type, FieldSet managed) {
        FieldSet all = FieldSets.of(merged, type).withNamedFields(type);
        FieldSet kept = FieldSets.of(pruned, type).withNamedFields(type).union(managed.withNamedFields(type));
        return map(Removal.remove(merged, all.difference(kept), type), merged);
    }

    private MapNode putBackDangling(MapNode merged, MapNode pruned, String version, FieldSet given) {
        Optional<Updater.Typed> converted = versions.convert(pruned, version);
        if (converted.isEmpty()) {
            return merged;
        }
        TypeRef type = converted.get().type();
        FieldSet left = FieldSets.of(converted.get().object(), type).withNamedFields(type);
        FieldSet all = FieldSets.of(merged, type).withNamedFields(type);
        return map(Removal.remove(merged, all.difference(left).intersection(given), type), merged);
    }

    /** The removal leaves a map, since apiVersion and kind are never owned. */
    private static MapNode map(Node node, MapNode fallback) {
        return node instanceof MapNode map ? map : fallback;
    }
}
