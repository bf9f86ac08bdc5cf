package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Groups of the Kubernetes community are approved, or say that they are not (apihelpers/helpers.go). */
final class ApprovalRules {

    private static final String ANNOTATION = "api-approved.kubernetes.io";
    private static final String SEE = ", see https://github.com/kubernetes/enhancements/pull/1111";
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\s]+.*");

    /** What the annotation says. */
    private enum State {
        INVALID,
        APPROVED,
        BYPASSED,
        MISSING
    }

    private ApprovalRules() {}

    private static boolean isProtected(String group) {
        return group.equals("k8s.io")
                || group.endsWith(".k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".kubernetes.io");
    }

    private static State state(MapNode object) {
        String annotation = object.findText("metadata", "annotations", ANNOTATION);
        if (annotation.isEmpty()) {
            return State.MISSING;
        }
        if (annotation.startsWith("unapproved")) {
            return State.BYPASSED;
        }
        return URL.matcher(annotation).matches() ? State.APPROVED : State.INVALID;
    }

    /** Whoever does not change the state is not bothered with it. */
    static void check(MapNode object, @Nullable MapNode old, FieldErrors errors) {
        State state = state(object);
        if (!isProtected(object.findText("spec", "group")) || (old != null && state(old) == state)) {
            return;
        }
        String path = "metadata.annotations[" + ANNOTATION + "]";
        String demand = "protected groups must have approval annotation " + GoQuote.quote(ANNOTATION);
        if (state == State.MISSING) {
            errors.add(FieldError.required(path, demand + SEE));
        } else if (state == State.INVALID) {
            errors.add(FieldError.invalid(
                    path,
                    object.findText("metadata", "annotations", ANNOTATION),
                    demand + " with either a URL or a reason starting with \"unapproved\"" + SEE));
        }
    }
}
