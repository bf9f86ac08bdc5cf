package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.DisabledFields;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;

/** Kinds that hold a template of pods: fields of disabled features are dropped from it as from pods themselves. */
interface PodMakerRules extends KindRules {

    /** Where the spec of the pods is. */
    default String[] podSpec() {
        return new String[] {"spec", "template", "spec"};
    }

    @Override
    default MapNode prepareForCreate(MapNode object) {
        return DisabledFields.dropped(object, null, podSpec());
    }

    @Override
    default MapNode prepareForUpdate(MapNode object, MapNode old) {
        return DisabledFields.dropped(object, old, podSpec());
    }
}
