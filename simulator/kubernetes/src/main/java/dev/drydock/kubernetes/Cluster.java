package dev.drydock.kubernetes;

import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A running world: time, an API server, and the controllers that act on it.
 *
 * <p>A cluster is a value in the sense that {@link #fork} gives an independent copy cheaply.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Cluster {

    private final Kernel kernel;
    private final ApiServer server;
    private final List<Controller> controllers = new ArrayList<>();

    /** A fresh cluster as a new control plane leaves it, without any controller. */
    public Cluster(Seed seed) {
        this.kernel = new Kernel(seed);
        this.server = new ApiServer(kernel);
    }

    private Cluster(Kernel kernel, ApiServer server) {
        this.kernel = kernel;
        this.server = server;
    }

    /** Starts a controller. */
    public Cluster install(Controller controller) {
        controllers.add(controller);
        controller.start(this);
        return this;
    }

    /** An independent copy: objects, time, pending work and the state of the controllers. */
    public Cluster fork() {
        Kernel copiedKernel = kernel.fork();
        Cluster copy = new Cluster(copiedKernel, server.fork(copiedKernel));
        for (Controller controller : controllers) {
            copy.controllers.add(controller.fork(copy));
        }
        return copy;
    }

    /** Time, events and trace. */
    public Kernel kernel() {
        return kernel;
    }

    /** The only door to the objects. */
    public ApiServer server() {
        return server;
    }

    /** A client that acts as a user. */
    public Client as(UserInfo user) {
        return Client.of(server, user, "drydock");
    }

    /** The controllers in the order of their installation. */
    public List<Controller> controllers() {
        return List.copyOf(controllers);
    }
}
