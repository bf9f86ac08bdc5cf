package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Objects;

/** Revisions of stateful sets and daemon sets, whose data never changes (pkg/apis/apps/validation/validation.go). */
final class ControllerRevisionRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field revision = Field.of(object, errors);
        revision.in("revision").notNegative();
        if (!revision.has("data")) {
            revision.in("data").required("data is mandatory");
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field revision = Field.of(object, errors);
        revision.in("revision").notNegative();
        Node before = old.get("data");
        if (!Objects.equals(revision.in("data").value(), before)) {
            revision.in("data").invalid(Immutable.TEXT);
        }
        return errors;
    }
}
