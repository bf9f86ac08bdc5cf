package dev.drydock.kernel;

import org.apiguardian.api.API;

/** Does the work of events that name it. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface EventHandler {

    /** Called once for each event when it is due; may schedule further events. */
    void handle(Event event);
}
