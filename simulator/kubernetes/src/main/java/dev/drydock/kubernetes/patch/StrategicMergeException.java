package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.apply.GoText;
import dev.drydock.yaml.MapNode;

/** A strategic merge patch that cannot be applied (mergepatch/errors.go and interpretStrategicMergePatchError). */
final class StrategicMergeException extends Exception {

    private static final long serialVersionUID = 1;
    private static final String UNPROCESSABLE = "the server rejected our request due to an error in our request";

    private final int code;

    private StrategicMergeException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** An error without a class of its own; the server answers 500. */
    static StrategicMergeException other(String message) {
        return new StrategicMergeException(500, message);
    }

    static StrategicMergeException primitiveListFormat() {
        return new StrategicMergeException(400, "invalid patch format of primitive list");
    }

    static StrategicMergeException retainKeysFormat() {
        return new StrategicMergeException(400, "invalid patch format of retainKeys");
    }

    static StrategicMergeException elementOrderFormat() {
        return new StrategicMergeException(400, "invalid patch format of setElementOrder list");
    }

    static StrategicMergeException listOfLists() {
        return new StrategicMergeException(422, UNPROCESSABLE);
    }

    static StrategicMergeException noMergeKey(Object map, String key) {
        return other("map: " + GoText.plain(Tree.toNode(map)) + " does not contain declared merge key: " + key);
    }

    static StrategicMergeException badArgument(String expected, String actual) {
        return other("expected a " + expected + ", but received a " + actual);
    }

    Status status() {
        String reason = code == 400 ? "BadRequest" : code == 422 ? "Invalid" : "";
        return new Status(code, reason, String.valueOf(getMessage()), code == 422 ? MapNode.EMPTY : null);
    }
}
