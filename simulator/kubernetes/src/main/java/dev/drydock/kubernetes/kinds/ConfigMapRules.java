package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Config maps (pkg/apis/core/validation/validation.go, ValidateConfigMap). */
final class ConfigMapRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        KeyedData.keys(object, "data", errors);
        for (String key : object.findMap("data").keys()) {
            if (object.findMap("binaryData").has(key)) {
                errors.add(FieldError.invalid("data[" + key + "]", key, "duplicate of key present in binaryData"));
            }
        }
        KeyedData.keys(object, "binaryData", errors);
        long size = KeyedData.size(object.findMap("data"), false) + KeyedData.size(object.findMap("binaryData"), true);
        if (size > KeyedData.MOST_BYTES) {
            // The empty path, which means the whole object, prints as brackets.
            errors.add(FieldError.tooLong("[]", KeyedData.MOST_BYTES));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        KeyedData.frozen(object, old, List.of("data", "binaryData"), errors);
        return errors.addAll(validateCreate(object));
    }
}
