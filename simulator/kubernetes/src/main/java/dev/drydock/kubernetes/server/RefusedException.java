package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a Status; turned into the response at the door. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Status status;
    private final transient @Nullable Explanation explanation;

    /** A refusal that its Status explains. */
    public RefusedException(Status status) {
        this(status, null);
    }

    /** A refusal with what was considered. */
    public RefusedException(Status status, @Nullable Explanation explanation) {
        super(status.message(), null, false, false);
        this.status = status;
        this.explanation = explanation;
    }

    /** The response to the client. */
    public ApiResponse response(List<String> warnings) {
        return new ApiResponse(status.code(), status.toObject(), warnings, explanation);
    }
}
