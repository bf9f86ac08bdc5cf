package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** Is told of every committed change, in the order of revisions. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Watcher {

    /** Called after the commit. Must not write; it schedules work for later. */
    void changed(WatchEvent event);
}
