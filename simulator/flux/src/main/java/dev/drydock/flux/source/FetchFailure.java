package dev.drydock.flux.source;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.yaml.MapNode;
import java.time.Instant;

/** What ended a look at a source before an artifact was there: a condition and an error of the same words. */
final class FetchFailure extends RuntimeException {

    static final String FETCH_FAILED = "FetchFailed";

    private static final long serialVersionUID = 1;

    private final String condition;
    private final String status;
    private final String reason;
    private final boolean stalls;

    private FetchFailure(String condition, String status, String reason, String message, boolean stalls) {
        super(message, null, false, false);
        this.condition = condition;
        this.status = status;
        this.reason = reason;
        this.stalls = stalls;
    }

    /** An error after which the source is tried again. */
    static FetchFailure retried(String reason, String message) {
        return new FetchFailure(FETCH_FAILED, "True", reason, message, false);
    }

    /** An error that only a change of the source can mend. */
    static FetchFailure stalling(String reason, String message) {
        return new FetchFailure(FETCH_FAILED, "True", reason, message, true);
    }

    /** An account for a provider, which needs a gate that is closed. */
    static FetchFailure gateDisabled() {
        return stalling(
                "FeatureGateDisabled",
                "to use spec.serviceAccountName for provider authentication please enable the"
                        + " ObjectLevelWorkloadIdentity feature gate in the controller");
    }

    /** A signature that could not be verified. */
    static FetchFailure unverified(String reason, String message, boolean stalls) {
        return new FetchFailure("SourceVerified", "False", reason, message, stalls);
    }

    /** An error on the way into the storage. */
    static FetchFailure storage(String reason, String message) {
        return new FetchFailure("StorageOperationFailed", "True", reason, message, false);
    }

    /** The same failure told by the summary alone. */
    FetchFailure withoutCondition() {
        return new FetchFailure("", "", reason, String.valueOf(getMessage()), stalls);
    }

    Attempt attempt(MapNode object, Instant now) {
        String message = String.valueOf(getMessage());
        MapNode failed = condition.isEmpty() ? object : Conditions.set(object, condition, status, reason, message, now);
        SourceResult.Failure failure =
                stalls ? new SourceResult.Stalling(message, reason) : new SourceResult.Generic(message, false);
        return Attempt.failed(failed, failure, reason);
    }
}
