package dev.drydock.scenario;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Who acts.
 *
 * @param user user name
 * @param groups groups beside those that the API server adds
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Actor(String user, List<String> groups) {

    /** The administrator as whom scenarios act when nothing else is said. */
    public static final Actor ADMIN = new Actor("kubernetes-admin", List.of("system:masters"));

    /** An actor with a copy of the groups. */
    public Actor {
        groups = List.copyOf(groups);
    }

    /** Whether this is {@link #ADMIN}. */
    public boolean isAdmin() {
        return equals(ADMIN);
    }
}
