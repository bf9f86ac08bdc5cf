package dev.drydock.kubernetes;

import dev.drydock.kernel.Kernel;
import org.apiguardian.api.API;

/**
 * The API server: the only door to the objects of a cluster.
 *
 * <p>Every request, also those of the built-in controllers and of Flux, is answered in the same order: authenticate,
 * impersonate, authorize, admit, validate, store, respond.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiServer {

    private final Kernel kernel;

    /** A server with the objects of a fresh cluster and no Flux. */
    public ApiServer(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Answers a request; a refusal is an answer, never an exception. */
    public ApiResponse handle(ApiRequest request) {
        throw new UnsupportedOperationException("in work: " + request + " at " + kernel.now());
    }

    /** Adds a watcher of all changes. */
    public void watch(Watcher watcher) {
        throw new UnsupportedOperationException("in work");
    }

    /** A copy in constant time, on a fork of the kernel; watchers are not copied. */
    public ApiServer fork(Kernel forked) {
        throw new UnsupportedOperationException("in work");
    }
}
