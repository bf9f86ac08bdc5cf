package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;

/** Endpoint slices (pkg/apis/discovery/validation/validation.go). */
final class EndpointSliceRules implements KindRules {

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Immutable.check(object, old, errors, "addressType");
        return errors;
    }
}
