package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import java.util.List;
import java.util.Optional;

/** What is wrong with the query of a write (upstream {@code apimachinery/pkg/apis/meta/v1/validation}). */
final class WriteParameters {

    private WriteParameters() {}

    static Optional<Status> mistake(RestRequest request, Verb verb) {
        String kind = switch (verb) {
            case CREATE -> "CreateOptions";
            case UPDATE -> "UpdateOptions";
            case PATCH -> "PatchOptions";
            case DELETE, DELETECOLLECTION -> "DeleteOptions";
            default -> "";
        };
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        FieldErrors errors = new FieldErrors();
        if (verb == Verb.PATCH) {
            patch(request, errors);
        }
        String dryRun = request.parameter("dryRun");
        if (request.query().containsKey("dryRun") && !dryRun.equals("All")) {
            errors.add(FieldError.notSupported("dryRun", ListNode.ofStrings(List.of(dryRun)), List.of("All")));
        }
        String validation = request.parameter("fieldValidation");
        List<String> known = List.of("", "Ignore", "Strict", "Warn");
        if (!kind.equals("DeleteOptions") && !known.contains(validation)) {
            errors.add(FieldError.notSupported("fieldValidation", validation, known));
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(errors.toStatus(new GroupVersionKind("meta.k8s.io", "v1", kind), ""));
    }

    private static void patch(RestRequest request, FieldErrors errors) {
        boolean isApply = request.mediaType().startsWith("application/apply-patch");
        if (isApply && request.parameter("fieldManager").isEmpty()) {
            errors.add(FieldError.required("fieldManager", "is required for apply patch"));
        }
        if (!isApply && request.query().containsKey("force")) {
            errors.add(FieldError.forbidden("force", "may not be specified for non-apply patch"));
        }
    }
}
