package dev.drydock.flux;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Controller;
import dev.drydock.yaml.MapNode;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A Flux installation on a cluster: its CRDs, accounts and controllers.
 *
 * <p>Install it with {@link Cluster#install}. The controllers act through the API server as their ServiceAccounts, or as
 * the account that an object names.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Flux implements Controller {

    private final Repositories repositories;
    private FluxProfile profile;

    /** An installation with a profile, whose sources reach these repositories. */
    public Flux(FluxProfile profile, Repositories repositories) {
        this.profile = profile;
        this.repositories = repositories;
    }

    /** The Flux installation of a cluster, if there is one. */
    public static Optional<Flux> of(Cluster cluster) {
        return cluster.controllers().stream()
                .filter(Flux.class::isInstance)
                .map(Flux.class::cast)
                .findFirst();
    }

    @Override
    public void start(Cluster cluster) {
        throw new UnsupportedOperationException("in work");
    }

    @Override
    public Controller fork(Cluster copy) {
        return new Flux(profile, repositories.copy());
    }

    /** The flags in force. */
    public FluxProfile profile() {
        return profile;
    }

    /** What sources reach; changes take effect when a source looks again. */
    public Repositories repositories() {
        return repositories;
    }

    /** The platform restarts the controllers with other flags. */
    public void reconfigure(FluxProfile changed) {
        this.profile = changed;
    }

    /** Makes the sources of a URL look again now, as if their interval had passed. */
    public void poke(String url) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * Why the prediction for an object would rest on something that is not modelled; empty when it does not.
     *
     * @param object the live object
     */
    public Optional<String> notModelled(MapNode object) {
        return Optional.empty();
    }
}
