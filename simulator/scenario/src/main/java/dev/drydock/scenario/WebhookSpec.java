package dev.drydock.scenario;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an admission webhook answers.
 *
 * @param name name of the webhook in its configuration
 * @param configuration name of the configuration, null for any
 * @param answers the first that fits is given; a request that none fits is allowed
 * @param location where it stands
 */
@API(status = API.Status.STABLE, since = "0.1")
public record WebhookSpec(String name, @Nullable String configuration, List<Answer> answers, Location location) {

    /** A webhook with a copy of the list. */
    public WebhookSpec {
        answers = List.copyOf(answers);
    }

    /**
     * An answer.
     *
     * @param when what the request must be
     * @param deny why it is denied, null when it is allowed
     * @param fails what Go's client says when no answer comes, null when one comes
     * @param patch a JSON patch of the object, empty when it stays as it is
     * @param warnings texts for the client
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Answer(
            When when, @Nullable Deny deny, @Nullable String fails, ListNode patch, List<String> warnings) {

        /** An answer with a copy of the warnings. */
        public Answer {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What a request must be; what is null does not matter.
     *
     * @param operations CREATE, UPDATE, DELETE or CONNECT; empty for all
     * @param kind kind of the object
     * @param namespace namespace of the request
     * @param name name of the object
     * @param user who acts, after impersonation
     * @param object what the object, or the one that is deleted, has at least
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record When(
            List<String> operations,
            @Nullable String kind,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String user,
            @Nullable MapNode object) {

        /** Any request. */
        public static final When ANY = new When(List.of(), null, null, null, null, null);

        /** Conditions with a copy of the list. */
        public When {
            operations = List.copyOf(operations);
        }
    }

    /**
     * A denial.
     *
     * @param message why, may be empty
     * @param code HTTP code
     * @param reason reason of the status, may be empty
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Deny(String message, int code, String reason) {}
}
