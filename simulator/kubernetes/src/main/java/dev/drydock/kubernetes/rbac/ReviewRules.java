package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** What is wrong with access reviews (upstream {@code pkg/apis/authorization/validation/validation.go}). */
final class ReviewRules {

    private ReviewRules() {}

    static FieldErrors self(MapNode review) {
        FieldErrors errors = attributes(review.findMap("spec"));
        addUnlessEmpty(errors, review, "must be empty");
        return errors;
    }

    static FieldErrors subject(MapNode review) {
        FieldErrors errors = withSubject(review.findMap("spec"));
        addUnlessEmpty(errors, review, "must be empty");
        return errors;
    }

    static FieldErrors local(MapNode review, String namespace) {
        MapNode spec = review.findMap("spec");
        FieldErrors errors = withSubject(spec);
        addUnlessEmpty(errors, review.withoutPath("metadata", "namespace"), "must be empty except for namespace");
        if (spec.get("resourceAttributes") instanceof MapNode resource) {
            String found = resource.findText("namespace");
            if (!found.equals(namespace)) {
                errors.add(FieldError.invalid(
                        "spec.resourceAttributes.namespace", found, "must match metadata.namespace"));
            }
        }
        if (has(spec, "nonResourceAttributes")) {
            errors.add(FieldError.invalid(
                    "spec.nonResourceAttributes",
                    printed(spec.findMap("nonResourceAttributes")),
                    "disallowed on this kind of request"));
        }
        return errors;
    }

    private static FieldErrors withSubject(MapNode spec) {
        FieldErrors errors = attributes(spec);
        String user = spec.findString("user");
        if ((user == null || user.isEmpty()) && spec.findList("groups").isEmpty()) {
            errors.add(FieldError.invalid("spec.user", "", "at least one of user or group must be specified"));
        }
        return errors;
    }

    private static FieldErrors attributes(MapNode spec) {
        FieldErrors errors = new FieldErrors();
        boolean resource = has(spec, "resourceAttributes");
        boolean path = has(spec, "nonResourceAttributes");
        if (resource && path) {
            errors.add(FieldError.invalid(
                    "spec.nonResourceAttributes",
                    printed(spec.findMap("nonResourceAttributes")),
                    "cannot be specified in combination with resourceAttributes"));
        }
        if (!resource && !path) {
            errors.add(FieldError.invalid(
                    "spec.resourceAttributes",
                    null,
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        }
        return errors;
    }

    private static boolean has(MapNode spec, String key) {
        Node value = spec.get(key);
        return value != null && !value.isNull();
    }

    /** The server's internal type has no JSON names. */
    private static MapNode printed(MapNode attributes) {
        return MapNode.of("Path", attributes.findText("path"), "Verb", attributes.findText("verb"));
    }

    private static void addUnlessEmpty(FieldErrors errors, MapNode review, String text) {
        MapNode metadata = review.findMap("metadata");
        if (!metadata.without("managedFields").isEmpty()) {
            errors.add(FieldError.invalid("metadata", metadata, text));
        }
    }
}
