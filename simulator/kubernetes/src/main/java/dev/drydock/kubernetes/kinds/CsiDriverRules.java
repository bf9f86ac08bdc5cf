package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drivers of storage (pkg/apis/storage/validation/validation.go, ValidateCSIDriver). */
final class CsiDriverRules implements KindRules {

    private static final List<String> LIFECYCLES = List.of("Persistent", "Ephemeral");
    private static final List<String> GROUP_POLICIES = List.of("File", "None", "ReadWriteOnceWithFSType");
    private static final int SHORTEST_TOKEN = 600;
    private static final int SHORTEST_PERIOD = 10;

    @Override
    public FieldErrors validateCreate(MapNode driver) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(driver, errors).in("spec");
        if (!spec.has("attachRequired")) {
            spec.in("attachedRequired").required("");
        }
        for (String field : List.of("podInfoOnMount", "storageCapacity")) {
            if (!spec.has(field)) {
                spec.in(field).required("");
            }
        }
        spec.in("fsGroupPolicy").oneOfIfSet(GROUP_POLICIES);
        tokens(spec);
        Field modes = spec.in("volumeLifecycleModes");
        for (String mode : modes.value().findList().strings()) {
            if (!LIFECYCLES.contains(mode)) {
                modes.unsupported(mode, LIFECYCLES);
            }
        }
        if (!spec.has("seLinuxMount")) {
            spec.in("seLinuxMount").required("");
        }
        Field period = spec.in("nodeAllocatableUpdatePeriodSeconds");
        if (period.isSet() && period.number(0) < SHORTEST_PERIOD) {
            period.invalid("must be greater than or equal to 10 seconds");
        }
        return errors;
    }

    private static void tokens(Field spec) {
        Set<String> audiences = new HashSet<>();
        for (Field token : spec.items("tokenRequests")) {
            if (!audiences.add(token.text("audience"))) {
                token.in("audience").duplicate(token.text("audience"));
                continue;
            }
            Field seconds = token.in("expirationSeconds");
            if (seconds.isSet() && seconds.number(0) < SHORTEST_TOKEN) {
                seconds.invalid("may not specify a duration less than 10 minutes");
            }
            if (seconds.number(0) > 1L << 32) {
                seconds.invalid("may not specify a duration larger than 2^32 seconds");
            }
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode driver, MapNode old) {
        FieldErrors errors = validateCreate(driver);
        Check.immutable(errors, "spec.attachedRequired", driver, old, "spec", "attachRequired");
        Check.immutable(errors, "spec.volumeLifecycleModes", driver, old, "spec", "volumeLifecycleModes");
        return errors;
    }
}
