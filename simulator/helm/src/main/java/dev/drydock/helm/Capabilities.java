package dev.drydock.helm;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What {@code .Capabilities} holds.
 *
 * @param kubeVersion version of the API server, such as {@code v1.36.3}
 * @param apiVersions groups with versions and kinds in them: {@code apps/v1}, {@code apps/v1/Deployment}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Capabilities(String kubeVersion, List<String> apiVersions) {

    /** Copies the list. */
    public Capabilities {
        apiVersions = List.copyOf(apiVersions);
    }

    /** These with more API versions. */
    public Capabilities with(List<String> more) {
        List<String> all = new ArrayList<>(apiVersions);
        all.addAll(more);
        return new Capabilities(kubeVersion, all);
    }
}
