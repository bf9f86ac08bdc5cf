package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Which volumes fit a claim (component-helpers, storage/volume/pv_helpers.go, FindMatchingVolume). */
final class Volumes {

    private Volumes() {}

    /** The claim that a volume is for, with empty names when it is for none. */
    static NamespacedName claimOf(MapNode volume) {
        return new NamespacedName(
                volume.findText("spec", "claimRef", "namespace"), volume.findText("spec", "claimRef", "name"));
    }

    /** Whether a volume is for a claim or for none. */
    static boolean isFreeFor(MapNode volume, MapNode claim) {
        return volume.find("spec", "claimRef") == null || isFor(volume, claim);
    }

    private static boolean isFor(MapNode volume, MapNode claim) {
        String uid = volume.findText("spec", "claimRef", "uid");
        return claimOf(volume).equals(NamespacedName.of(claim))
                && (uid.isEmpty() || uid.equals(claim.findText("metadata", "uid")));
    }

    /** The volume that is for the claim, else the smallest one that fits; with {@code delayed}, only the former. */
    static Optional<MapNode> best(List<MapNode> volumes, MapNode claim, boolean delayed) {
        MapNode best = null;
        for (MapNode volume : volumes) {
            if (volume.find("metadata", "deletionTimestamp") != null
                    || !fits(volume, claim)
                    || !isFreeFor(volume, claim)) {
                continue;
            }
            if (isFor(volume, claim)) {
                return Optional.of(volume);
            }
            boolean selected = volume.findText("status", "phase").equals("Available")
                    && LabelSelectors.matches(
                            claim.findMap("spec", "selector"),
                            volume.findMap("metadata", "labels").strings())
                    && volume.findText("spec", "storageClassName").equals(claim.findText("spec", "storageClassName"))
                    && volume.findList("spec", "accessModes")
                            .strings()
                            .containsAll(claim.findList("spec", "accessModes").strings());
            if (!delayed && selected && (best == null || size(volume).compareTo(size(best)) < 0)) {
                best = volume;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Quantity size(MapNode volume) {
        return Quantity.of(volume.find("spec", "capacity", "storage")).orElse(Quantity.ZERO);
    }

    private static boolean fits(MapNode volume, MapNode claim) {
        Quantity wanted = Quantity.of(claim.find("spec", "resources", "requests", "storage"))
                .orElse(Quantity.ZERO);
        Node mode = volume.find("spec", "volumeMode");
        return size(volume).compareTo(wanted) >= 0 && (mode == null || mode.equals(claim.find("spec", "volumeMode")));
    }
}
