package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a URL serves at the start.
 *
 * @param url the URL
 * @param branch the branch that serves the content, null when another ref does
 * @param tag the tag that serves it, or null
 * @param commit the hash of the commit, or null for a computed one
 * @param directory the content, or null
 * @param charts the charts of a Helm repository, or of an OCI artifact
 * @param credentials what a source must bring, or null
 * @param location where the entry stands
 */
@API(status = API.Status.STABLE, since = "0.1")
public record RepositorySpec(
        String url,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String commit,
        @Nullable SourcePath directory,
        List<SourcePath> charts,
        @Nullable Credentials credentials,
        Location location) {

    /**
     * What a source must bring so that it is served.
     *
     * @param secret name of the Secret that it must name, or null for any
     * @param username user name that the Secret must hold, or null
     * @param password password that the Secret must hold, or null
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Credentials(
            @Nullable String secret,
            @Nullable String username,
            @Nullable String password) {}

    /** An entry with a copy of the list. */
    public RepositorySpec {
        charts = List.copyOf(charts);
    }
}
