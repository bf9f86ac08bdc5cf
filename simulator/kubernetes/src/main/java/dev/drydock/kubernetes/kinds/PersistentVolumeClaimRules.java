package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;

/** Claims: born without a status; that they are pending is a default of reading them (registry/core/persistentvolumeclaim). */
final class PersistentVolumeClaimRules implements KindRules {

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return object.with("status", MapNode.EMPTY);
    }
}
