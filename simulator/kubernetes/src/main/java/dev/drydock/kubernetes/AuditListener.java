package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** Is told of every request with its answer, as an audit log is. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface AuditListener {

    /** Called when a request was answered. Must not send requests. */
    void answered(ApiRequest request, ApiResponse response);
}
