package dev.drydock.kubernetes;

import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the server answers.
 *
 * @param code HTTP status code
 * @param object the object or list; for a refusal, and for some deletes, the {@code Status} object
 * @param warnings texts of the Warning headers in order
 * @param explanation why a refusal was decided, null when the answer needs none
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ApiResponse(
        int code,
        MapNode object,
        List<String> warnings,
        @Nullable Explanation explanation) {

    /** A response with a copy of the warnings. */
    public ApiResponse {
        warnings = List.copyOf(warnings);
    }

    /** Whether the code is below 300. */
    public boolean isSuccess() {
        return code < 300;
    }

    /** The Status when this is a refusal. */
    public Optional<Status> status() {
        return isSuccess() ? Optional.empty() : Optional.of(Status.of(object));
    }

    /** The message of the Status, or an empty text for a success. */
    public String message() {
        return isSuccess() ? "" : Status.of(object).message();
    }
}
