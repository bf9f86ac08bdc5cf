package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.GoQuote;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the query of a list (upstream {@code apimachinery/pkg/apis/meta/internalversion/validation}). */
final class ListParameters {

    private static final GroupVersionKind KIND = new GroupVersionKind("meta.k8s.io", "v1", "ListOptions");
    private static final List<String> MATCHES = List.of("Exact", "NotOlderThan", "");

    private ListParameters() {}

    static Optional<Status> mistake(RestRequest request) {
        for (String name : List.of("limit", "timeoutSeconds")) {
            String text = request.parameter(name);
            String problem = text.isEmpty() ? null : number(text, "[+-]?[0-9]+");
            if (problem != null) {
                return Optional.of(badRequest("strconv.ParseInt: " + problem));
            }
        }
        FieldErrors errors = match(request);
        if (!errors.isEmpty()) {
            return Optional.of(errors.toStatus(KIND, ""));
        }
        String version = request.parameter("resourceVersion");
        String problem = version.isEmpty() ? null : number(version, "[0-9]+");
        return problem == null
                ? Optional.empty()
                : Optional.of(badRequest("invalid resource version: "
                        + FieldError.invalid("resourceVersion", version, "strconv.ParseUint: " + problem)));
    }

    private static FieldErrors match(RestRequest request) {
        FieldErrors errors = new FieldErrors();
        String match = request.parameter("resourceVersionMatch");
        if (match.isEmpty()) {
            return errors;
        }
        if (request.parameter("resourceVersion").isEmpty()) {
            errors.add(FieldError.forbidden(
                    "resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided"));
        }
        if (!request.parameter("continue").isEmpty()) {
            errors.add(FieldError.forbidden(
                    "resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided"));
        }
        if (!MATCHES.contains(match)) {
            errors.add(FieldError.notSupported("resourceVersionMatch", match, MATCHES));
        }
        if (match.equals("Exact") && request.parameter("resourceVersion").equals("0")) {
            errors.add(FieldError.forbidden(
                    "resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
        }
        return errors;
    }

    /** Go's words for a text that is no number; null for one that is. */
    private static @Nullable String number(String text, String form) {
        boolean fits = text.matches(form);
        return fits && text.length() < 19
                ? null
                : "parsing " + GoQuote.quote(text) + ": " + (fits ? "value out of range" : "invalid syntax");
    }

    private static Status badRequest(String message) {
        return new Status(400, "BadRequest", message, null);
    }
}
