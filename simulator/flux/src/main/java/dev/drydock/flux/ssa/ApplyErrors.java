package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** How Flux words and classifies what the API server answers to an apply (ssa/errors). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ApplyErrors {

    private static final Pattern IMMUTABLE =
            Pattern.compile("is[\\t\\n\\f\\r ]immutable|immutable[\\t\\n\\f\\r ]field");

    private ApplyErrors() {}

    /** The message about a dry run of this object that failed. */
    public static String dryRunMessage(Status error, MapNode object) {
        String subject = ObjectMetadata.of(object).subject();
        if (isReason(error, "NotFound", 404)) {
            String what = ObjectFields.namespace(object).isEmpty() ? " namespace not specified: " : " not found: ";
            return subject + what + error.message();
        }
        boolean conflict = error.causes().stream().anyMatch(c -> c.reason().equals("FieldManagerConflict"));
        String reason = conflict ? "FieldManagerConflict" : error.reason();
        return subject + " dry-run failed" + (reason.isEmpty() ? "" : " (" + reason + ")") + ": " + error.message();
    }

    /** The message about a dry run that failed before the server answered. */
    public static String dryRunMessage(String error, MapNode object) {
        return ObjectMetadata.of(object).subject() + " dry-run failed: " + error;
    }

    /** Whether the error counts as an immutable field, so that forced apply recreates the object. */
    public static boolean isImmutable(Status error) {
        return isReason(error, "Conflict", 409) || isReason(error, "Invalid", 422) || isImmutable(error.message());
    }

    /** Whether the text of an error speaks of an immutable field. */
    public static boolean isImmutable(String error) {
        return IMMUTABLE.matcher(error).find();
    }

    /** As apimachinery's errors.IsNotFound and its like: the code counts when the reason is not a known one. */
    private static boolean isReason(Status error, String reason, int code) {
        return error.reason().equals(reason) || (error.reason().isEmpty() && error.code() == code);
    }
}
