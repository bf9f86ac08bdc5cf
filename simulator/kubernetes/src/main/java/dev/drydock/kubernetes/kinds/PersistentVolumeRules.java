package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;

/** Volumes: born pending (pkg/registry/core/persistentvolume, PrepareForCreate). */
final class PersistentVolumeRules implements KindRules {

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return object.with("status", MapNode.of("phase", "Pending"));
    }
}
