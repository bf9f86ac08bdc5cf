package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;

/** What an autoscaler refers to: what it scales, and what metrics describe (ValidateCrossVersionObjectReference). */
final class HpaReference {

    private HpaReference() {}

    static void named(FieldErrors errors, MapNode reference, String path) {
        Check.requiredSegment(errors, path + ".kind", reference.findText("kind"));
        Check.requiredSegment(errors, path + ".name", reference.findText("name"));
    }

    /** The version, whose group may be the one without a name only where objects of that group are meant. */
    static void version(FieldErrors errors, MapNode reference, String path, boolean mayBeCore) {
        String apiVersion = reference.findText("apiVersion");
        if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
            errors.add(FieldError.invalid(
                    path + ".apiVersion", apiVersion, "unexpected GroupVersion string: " + apiVersion));
        } else if (apiVersion.indexOf('/') <= 0 && !mayBeCore) {
            errors.add(FieldError.invalid(path + ".apiVersion", apiVersion, "apiVersion must specify API group"));
        }
    }
}
