package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Leases (pkg/apis/coordination/validation/validation.go; pkg/registry/coordination/lease/strategy.go). */
final class LeaseRules implements KindRules {

    /** Fields of coordinated leader election, which is off. */
    private static final List<String> GATED = List.of("strategy", "preferredHolder");

    @Override
    public MapNode prepareForCreate(MapNode lease) {
        return lease.get("spec") instanceof MapNode spec ? lease.with("spec", spec.without(GATED)) : lease;
    }

    @Override
    public MapNode prepareForUpdate(MapNode lease, MapNode old) {
        return prepareForCreate(lease);
    }

    @Override
    public FieldErrors validateCreate(MapNode lease) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(lease, errors).in("spec");
        Field seconds = spec.in("leaseDurationSeconds");
        if (seconds.isSet() && seconds.number(0) <= 0) {
            seconds.invalid("must be greater than 0");
        }
        spec.in("leaseTransitions").notNegative();
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode lease, MapNode old) {
        return validateCreate(lease);
    }
}
