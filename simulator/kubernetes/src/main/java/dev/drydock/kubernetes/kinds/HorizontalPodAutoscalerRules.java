package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Autoscalers (pkg/apis/autoscaling/validation/validation.go). */
final class HorizontalPodAutoscalerRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Long least = object.findLong("spec", "minReplicas");
        Long most = object.findLong("spec", "maxReplicas");
        long max = most == null ? 0 : most;
        if (least != null && least < 1) {
            errors.add(FieldError.invalid("spec.minReplicas", least, "must be greater than or equal to 1"));
        }
        if (max < 1) {
            errors.add(FieldError.required("spec.maxReplicas", "must be set and greater than 0"));
        }
        if (least != null && max < least) {
            errors.add(FieldError.invalid("spec.maxReplicas", max, "must be greater than or equal to `minReplicas`"));
        }
        for (String field : List.of("kind", "name")) {
            String value = object.findString("spec", "scaleTargetRef", field);
            if (value == null || value.isEmpty()) {
                errors.add(FieldError.required("spec.scaleTargetRef." + field, ""));
            }
        }
        String apiVersion = object.findString("spec", "scaleTargetRef", "apiVersion");
        if (apiVersion == null || apiVersion.isEmpty()) {
            errors.add(FieldError.invalid("spec.scaleTargetRef.apiVersion", "", "apiVersion must specify API group"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return validateCreate(object);
    }
}
