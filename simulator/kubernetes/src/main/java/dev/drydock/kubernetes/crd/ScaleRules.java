package dev.drydock.kubernetes.crd;

import com.google.common.base.Splitter;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/** What the scale subresource demands of the fields that it is made of (registry/customresource/validator.go). */
final class ScaleRules {

    private ScaleRules() {}

    static FieldErrors validate(MapNode object, MapNode scale) {
        FieldErrors errors = new FieldErrors();
        replicas(object, scale.findString("specReplicasPath"), errors);
        replicas(object, scale.findString("statusReplicasPath"), errors);
        return errors;
    }

    private static void replicas(MapNode object, @org.jspecify.annotations.Nullable String path, FieldErrors errors) {
        if (path == null) {
            return;
        }
        Node value = object.find(
                Splitter.on('.').omitEmptyStrings().splitToList(path).toArray(new String[0]));
        if (value == null) {
            return;
        }
        if (!(value instanceof ScalarNode scalar) || !(scalar.value() instanceof Long number)) {
            errors.add(FieldError.invalid(
                    path,
                    0,
                    path + " accessor error: " + text(value) + " is of the type " + type(value) + ", expected int64"));
        } else if (number < 0) {
            errors.add(FieldError.invalid(path, number, "should be a non-negative integer"));
        } else if (number > Integer.MAX_VALUE) {
            errors.add(FieldError.invalid(path, number, "should be less than or equal to " + Integer.MAX_VALUE));
        }
    }

    private static String text(Node value) {
        return value instanceof ScalarNode scalar
                ? scalar.value() == null ? "<nil>" : String.valueOf(scalar.value())
                : value.toString();
    }

    private static String type(Node value) {
        if (value instanceof MapNode) {
            return "map[string]interface {}";
        }
        if (!(value instanceof ScalarNode scalar)) {
            return "[]interface {}";
        }
        Object found = scalar.value();
        return found == null
                ? "<nil>"
                : found instanceof String ? "string" : found instanceof Boolean ? "bool" : "float64";
    }
}
