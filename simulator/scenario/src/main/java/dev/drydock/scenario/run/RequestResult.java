package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One request of an operation and its answer.
 *
 * @param object the object it was about, {@code Kind.group/namespace/name}
 * @param response what the server answered; null when no request was sent or its answer is not modelled
 * @param client the answer of the client's mapper to a kind that discovery does not know, or null
 * @param notModelled the feature that a prediction would need, or null
 * @param generated whether the server makes the name
 * @param manifest where the object, or the field that a refusal names, was written; not known for a request without one
 * @param origin the step and the user, empty when no step made the request
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RequestResult(
        String object,
        @Nullable ApiResponse response,
        @Nullable String client,
        @Nullable String notModelled,
        boolean generated,
        Location manifest,
        String origin) {

    static RequestResult answered(String object, ApiResponse response, boolean generated) {
        return new RequestResult(object, response, null, null, generated, Location.NONE, "");
    }

    /** The same answer to a request with an object. */
    RequestResult about(MapNode written) {
        return new RequestResult(
                object, response, client, notModelled, generated, FieldPlaces.of(written, message()), origin);
    }

    /** The same answer to a request of a step. */
    RequestResult of(String step) {
        return new RequestResult(object, response, client, notModelled, generated, manifest, step);
    }

    static RequestResult unknownKind(String object, String message) {
        return new RequestResult(object, null, message, null, false, Location.NONE, "");
    }

    static RequestResult notModelled(String object, String feature) {
        return new RequestResult(object, null, null, feature, false, Location.NONE, "");
    }

    /** Whether the server stored, or would have stored, it. */
    public boolean isAccepted() {
        return response != null && response.isSuccess();
    }

    /** HTTP status code; 404 from the client's mapper, 0 when the answer is not modelled. */
    public int code() {
        return response != null ? response.code() : client != null ? 404 : 0;
    }

    /** The Status of a refusal by the server. */
    public Optional<Status> status() {
        return response == null ? Optional.empty() : response.status();
    }

    /** Reason of a refusal, empty when there is none. */
    public String reason() {
        return status().map(Status::reason).orElse("");
    }

    /** Message of a refusal, empty for a success. */
    public String message() {
        return client != null ? client : status().map(Status::message).orElse("");
    }

    /** Texts of the Warning headers. */
    public List<String> warnings() {
        return response == null ? List.of() : response.warnings();
    }

    /** Why a refusal was decided. */
    public Optional<Explanation> explanation() {
        return response == null ? Optional.empty() : Optional.ofNullable(response.explanation());
    }

    /** The {@code status} of an access review. */
    public Optional<MapNode> answer() {
        if (!isAccepted() || response == null) {
            return Optional.empty();
        }
        String kind = response.object().findString("kind");
        Node status = response.object().get("status");
        return kind != null && kind.endsWith("Review") && status instanceof MapNode map
                ? Optional.of(map)
                : Optional.empty();
    }
}
