package dev.drydock.flux.apply;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.yaml.MapNode;

/** What came of one request for a managed object. */
public sealed interface Answer {

    /**
     * It was done.
     *
     * @param object the object that the server returned
     */
    record Found(MapNode object) implements Answer {}

    /**
     * The server refused.
     *
     * @param response its refusal
     */
    record Refused(ApiResponse response) implements Answer {}

    /**
     * The client knows no such kind; nothing was sent.
     *
     * @param message the mapper's words
     */
    record NoMatch(String message) implements Answer {}

    /** Whether the server says that there is no such object. */
    default boolean isNotFound() {
        return this instanceof Refused refused && refused.response().code() == 404;
    }

    /** The error's text, empty when there is none. */
    default String error() {
        if (this instanceof Refused refused) {
            return refused.response().message();
        }
        return this instanceof NoMatch unknown ? unknown.message() : "";
    }
}
