package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the server sends back.
 *
 * @param code HTTP status code
 * @param object the object of a JSON body, null when the body is none
 * @param text a plain body, null when the body is JSON or when there is none
 * @param warnings texts of the Warning headers in order
 * @param explanation why a refusal was decided, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RestResponse(
        int code,
        @Nullable MapNode object,
        @Nullable String text,
        List<String> warnings,
        @Nullable Explanation explanation) {

    /** A response with a copy of the warnings. */
    public RestResponse {
        warnings = List.copyOf(warnings);
    }

    static RestResponse of(ApiResponse response) {
        return new RestResponse(response.code(), response.object(), null, response.warnings(), response.explanation());
    }

    static RestResponse of(Status status) {
        return new RestResponse(status.code(), status.toObject(), null, List.of(), null);
    }

    static RestResponse object(MapNode object) {
        return new RestResponse(200, object, null, List.of(), null);
    }

    static RestResponse text(int code, String text) {
        return new RestResponse(code, null, text, List.of(), null);
    }

    static RestResponse empty(int code) {
        return new RestResponse(code, null, null, List.of(), null);
    }

    /** The Status when the body is a failure. */
    public Optional<Status> failure() {
        return object != null && "Status".equals(object.findString("kind")) && code >= 300
                ? Optional.of(Status.of(object))
                : Optional.empty();
    }
}
