package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/**
 * A decision with what was considered. Rooms of the server implement it with their own data: the authorizer with bindings
 * and rules, admission with the plugin and the rule that spoke.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Explanation {

    /** The reason in one sentence without a full stop. */
    String because();

    /** Further lines: what was considered and why it did not lead elsewhere. */
    java.util.List<String> considered();

    /** What would change the decision, empty when nothing sensible would. */
    java.util.List<String> toAllow();
}
