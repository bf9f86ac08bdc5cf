package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/**
 * A control loop that runs on a cluster: registers its event handlers with the kernel and its watcher with the server.
 *
 * <p>State that a controller keeps between events is its own and is copied by {@link #fork}; pending work lives in the
 * kernel's queue.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Controller {

    /** Starts the loop on a cluster: registers handlers and watchers and schedules the first work. */
    void start(Cluster cluster);

    /** A copy with the same state, registered on a copied cluster whose kernel already holds the pending work. */
    Controller fork(Cluster copy);
}
