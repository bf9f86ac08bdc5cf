package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.Node;
import java.util.List;

/** Where a scale subresource is found (validation.go, ValidateCustomResourceDefinitionSubresources). */
final class ScalePathRules {

    static final String SIMPLE = "must be a simple json path starting with .";

    private ScalePathRules() {}

    static void check(Node subresources, String path, FieldErrors errors) {
        if (!Parts.has(subresources, "scale")) {
            return;
        }
        Node scale = subresources.findMap("scale");
        path(scale, "specReplicasPath", List.of(".spec."), "should be a json path under .spec", path, errors);
        path(scale, "statusReplicasPath", List.of(".status."), "should be a json path under .status", path, errors);
        if (!scale.findText("labelSelectorPath").isEmpty()) {
            path(
                    scale,
                    "labelSelectorPath",
                    List.of(".spec.", ".status."),
                    "should be a json path under either .spec or .status",
                    path,
                    errors);
        }
    }

    private static void path(
            Node scale, String field, List<String> places, String elsewhere, String path, FieldErrors errors) {
        String value = scale.findText(field);
        String at = path + ".scale." + field;
        if (value.isEmpty()) {
            errors.add(FieldError.required(at, ""));
        } else if (!value.startsWith(".")) {
            errors.add(FieldError.invalid(at, value, SIMPLE));
        } else if (places.stream().noneMatch(value::startsWith)) {
            errors.add(FieldError.invalid(at, value, elsewhere));
        }
    }
}
