package dev.drydock.kubernetes;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Whom a request wants to act as.
 *
 * @param user user name, empty when only other attributes are given (which the server refuses)
 * @param uid unique id, empty when not given
 * @param groups groups
 * @param extra further attributes
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Impersonation(String user, String uid, List<String> groups, Map<String, List<String>> extra) {

    /** Impersonation of a user name alone. */
    public static Impersonation of(String user) {
        return new Impersonation(user, "", List.of(), Map.of());
    }
}
