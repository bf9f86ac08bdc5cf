package dev.drydock.conformance;

import java.util.Optional;
import org.apiguardian.api.API;

/** Knows what the real system answered to one question. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Judge {

    /**
     * The first difference between the recorded answer and this one, in words for a person; empty when the answer is
     * right.
     */
    Optional<String> difference(Answer answer);
}
