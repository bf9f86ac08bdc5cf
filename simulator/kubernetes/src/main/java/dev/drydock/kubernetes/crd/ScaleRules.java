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

    static FieldErrors ofSpec(MapNode object, MapNode scale) {
        FieldErrors errors = new FieldErrors();
        replicas(object, scale.findString("specReplicasPath"), errors);
        return errors;
    }

    static FieldErrors ofStatus(MapNode object, MapNode scale) {
        FieldErrors errors = new FieldErrors();
        replicas(object, scale.findString("statusReplicasPath"), errors);
        String path = scale.findString("labelSelectorPath");
        Node selector = path == null ? null : object.find(keys(path));
        if (path != null && selector != null && !(selector instanceof ScalarNode scalar && scalar.isString())) {
            errors.add(FieldError.invalid(path, "", accessor(path, selector, "string")));
        }
        return errors;
    }

    private static String[] keys(String path) {
        return Splitter.on('.').omitEmptyStrings().splitToList(path).toArray(new String[0]);
    }

    private static String accessor(String path, Node value, String wanted) {
        return path + " accessor error: " + text(value) + " is of the type " + type(value) + ", expected " + wanted;
    }

    private static void replicas(MapNode object, @org.jspecify.annotations.Nullable String path, FieldErrors errors) {
        if (path == null) {
            return;
        }
        Node value = object.find(keys(path));
        if (value == null) {
            return;
        }
        if (!(value instanceof ScalarNode scalar) || !(scalar.value() instanceof Long number)) {
            errors.add(FieldError.invalid(path, 0, accessor(path, value, "int64")));
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
                : found instanceof String
                        ? "string"
                        : found instanceof Boolean ? "bool" : found instanceof Long ? "int64" : "float64";
    }
}
