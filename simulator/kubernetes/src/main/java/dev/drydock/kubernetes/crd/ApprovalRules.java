package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups of the Kubernetes community are approved, or say that they are not (apihelpers/helpers.go and
 * pkg/controller/apiapproval).
 */
public final class ApprovalRules {

    /**
     * What a definition of a protected group is told about its approval.
     *
     * @param status whether it is approved
     * @param reason machine-readable reason
     * @param message the reason in words
     */
    public record Approval(String status, String reason, String message) {}

    private static final String ANNOTATION = "api-approved.kubernetes.io";
    private static final String SEE = ", see https://github.com/kubernetes/enhancements/pull/1111";
    private static final String DEMAND = "protected groups must have approval annotation \"" + ANNOTATION + "\"";
    private static final String CHOICE = " with either a URL or a reason starting with \"unapproved\"";
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

    /** The approval of a definition; empty when its group is not protected. */
    public static Optional<Approval> approval(MapNode object) {
        if (!isProtected(object.findText("spec", "group"))) {
            return Optional.empty();
        }
        String annotation = object.findText("metadata", "annotations", ANNOTATION);
        return Optional.of(
                switch (state(object)) {
                    case APPROVED -> new Approval("True", "ApprovedAnnotation", "approved in " + annotation);
                    case BYPASSED ->
                        new Approval("False", "UnapprovedAnnotation", "not approved: " + GoQuote.quote(annotation));
                    case MISSING -> new Approval("False", "MissingAnnotation", DEMAND + SEE);
                    case INVALID -> new Approval("False", "InvalidAnnotation", DEMAND + CHOICE + SEE);
                });
    }

    /** Whoever does not change the state is not bothered with it. */
    static void check(MapNode object, @Nullable MapNode old, FieldErrors errors) {
        State state = state(object);
        if (!isProtected(object.findText("spec", "group")) || (old != null && state(old) == state)) {
            return;
        }
        String path = "metadata.annotations[" + ANNOTATION + "]";
        if (state == State.MISSING) {
            errors.add(FieldError.required(path, DEMAND + SEE));
        } else if (state == State.INVALID) {
            errors.add(FieldError.invalid(
                    path, object.findText("metadata", "annotations", ANNOTATION), DEMAND + CHOICE + SEE));
        }
    }
}
