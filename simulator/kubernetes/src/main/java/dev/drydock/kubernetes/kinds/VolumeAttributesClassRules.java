package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;

/** VolumeAttributesClasses (upstream {@code pkg/apis/storage/validation/validation.go}). */
final class VolumeAttributesClassRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode attributes) {
        FieldErrors errors = new FieldErrors();
        StorageClassRules.provisioner(errors, "driverName", attributes.findText("driverName"));
        StorageClassRules.parameters(errors, attributes.findMap("parameters"));
        if (attributes.findMap("parameters").isEmpty()) {
            errors.add(FieldError.required("parameters", "must contain at least one key/value pair"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode attributes, MapNode old) {
        FieldErrors errors = new FieldErrors();
        for (String field : new String[] {"driverName", "parameters"}) {
            if (!Read.same(attributes.get(field), old.get(field))) {
                errors.add(FieldError.forbidden(field, "updates to " + field + " are forbidden."));
            }
        }
        return errors.addAll(validateCreate(attributes));
    }
}
