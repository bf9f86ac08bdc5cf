package dev.drydock.kubernetes;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An error of the API server (metav1.Status with status Failure).
 *
 * @param code HTTP status code
 * @param reason machine-readable reason such as {@code NotFound}; empty when the server gives none
 * @param message the server's words
 * @param details the details object, or null when there is none
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Status(
        int code, String reason, String message, @Nullable MapNode details) {

    /**
     * One cause of an Invalid status.
     *
     * @param reason such as {@code FieldValueInvalid}
     * @param message text without the field
     * @param field path of the field
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Cause(String reason, String message, String field) {}

    /** The Status that an object holds. */
    public static Status of(MapNode object) {
        Long code = object.findLong("code");
        String reason = object.findText("reason");
        String message = object.findText("message");
        Node details = object.get("details");
        return new Status(
                code == null ? 0 : code.intValue(), reason, message, details instanceof MapNode map ? map : null);
    }

    /** The causes in the details. */
    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        ListNode list = details == null ? ListNode.EMPTY : details.findList("causes");
        for (Node cause : list) {
            causes.add(new Cause(
                    text(cause.findString("reason")),
                    text(cause.findString("message")),
                    text(cause.findString("field"))));
        }
        return causes;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The object as the server sends it. */
    public MapNode toObject() {
        return MapNode.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("metadata", MapNode.EMPTY)
                .put("status", "Failure")
                .put("message", message)
                .putIfPresent("reason", reason.isEmpty() ? null : reason)
                .putIfPresent("details", details)
                .put("code", code)
                .build();
    }
}
