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
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        KeyedData.frozen(object, old, List.of("data", "binaryData"), errors);
        return errors.addAll(validateCreate(object));
    }
}
