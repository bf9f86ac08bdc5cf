package dev.drydock.kubernetes.authorization;

import dev.drydock.kubernetes.Explanation;
import org.apiguardian.api.API;

/** An authorizer's answer; it carries the reason and what was considered. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface Decision {

    /** The reason in the server's words, empty when the server gives none. */
    String reason();

    /** What was considered. */
    Explanation explanation();

    /** Whether the request may go on. */
    default boolean isAllowed() {
        return this instanceof Allow;
    }

    /**
     * The request may go on.
     *
     * @param reason the server's words
     * @param explanation what was considered
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Allow(String reason, Explanation explanation) implements Decision {}

    /**
     * The request is refused whatever other authorizers say. RBAC never answers so.
     *
     * @param reason the server's words
     * @param explanation what was considered
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Deny(String reason, Explanation explanation) implements Decision {}

    /**
     * Nothing allows the request; it is refused unless another authorizer allows it.
     *
     * @param reason the server's words
     * @param explanation what was considered
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record NoOpinion(String reason, Explanation explanation) implements Decision {}
}
