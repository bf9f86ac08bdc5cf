package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * One problem in a text: where it is, what was found, and what would be right.
 *
 * @param location where the problem is
 * @param message what was found and what would be right, in one sentence without a location
 * @param sourceLine the line of the text with the problem, empty when it is not at hand
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Diagnostic(Location location, String message, String sourceLine) {

    /** A problem whose source line is not at hand. */
    public static Diagnostic of(Location location, String message) {
        return new Diagnostic(location, message, "");
    }

    /** {@code error: file:line:column: message}, then the source line and a caret below the column. */
    public String render() {
        String place = location.toString();
        String head = "error: " + (place.isEmpty() ? "" : place + ": ") + message;
        if (sourceLine.isEmpty() || location.column() < 1) {
            return head;
        }
        String before = sourceLine.substring(0, Math.min(location.column() - 1, sourceLine.length()));
        return head + "\n  " + sourceLine + "\n  " + before.replaceAll("[^\t]", " ") + "^";
    }
}
