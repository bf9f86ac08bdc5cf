package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.ListNode;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What admission webhooks answer; nobody but their authors knows it, so somebody has to say it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface WebhookAnswers {

    /** Nothing is known of any webhook. */
    WebhookAnswers NONE = (configuration, webhook, request) -> Optional.empty();

    /**
     * The answer to a request.
     *
     * @param configuration name of the configuration
     * @param webhook name of the webhook in it
     * @return empty when nobody said what this webhook answers
     */
    Optional<Answer> answer(String configuration, String webhook, AdmissionRequest request);

    /** An answer, or none. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    sealed interface Answer {}

    /**
     * The request is allowed.
     *
     * @param patch a JSON patch of the object, empty when it stays as it is; only mutating webhooks have one
     * @param warnings texts for the client
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Allowed(ListNode patch, List<String> warnings) implements Answer {

        /** An answer with a copy of the warnings. */
        public Allowed {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The request is denied.
     *
     * @param code HTTP code, zero when the webhook gives none
     * @param reason reason of the status, empty when the webhook gives none
     * @param message why, empty when the webhook does not say it
     * @param warnings texts for the client
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Denied(int code, String reason, String message, List<String> warnings) implements Answer {

        /** An answer with a copy of the warnings. */
        public Denied {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No answer came.
     *
     * @param error what Go's client says about it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Failed(String error) implements Answer {}
}
