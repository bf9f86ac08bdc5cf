package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.Objects;

/** Storage classes (pkg/apis/storage/validation/validation.go). */
final class StorageClassRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        String provisioner = object.findString("provisioner");
        if (provisioner == null || provisioner.isEmpty()) {
            errors.add(FieldError.required("provisioner", ""));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (!Objects.equals(object.findMap("parameters"), old.findMap("parameters"))) {
            errors.add(FieldError.invalid("parameters", object.findMap("parameters"), Immutable.TEXT));
        }
        for (String field : new String[] {"provisioner", "reclaimPolicy", "volumeBindingMode"}) {
            Immutable.check(object, old, errors, field);
        }
        return errors;
    }
}
