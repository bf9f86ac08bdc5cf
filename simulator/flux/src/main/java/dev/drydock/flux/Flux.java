package dev.drydock.flux;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.helm.HelmController;
import dev.drydock.flux.kustomization.KustomizeController;
import dev.drydock.flux.notification.NotificationController;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.source.SourceController;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Controller;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Flux installation on a cluster: its CRDs, accounts and controllers.
 *
 * <p>Install it with {@link Cluster#install}. The controllers act through the API server as their ServiceAccounts, or as
 * the account that an object names.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Flux implements Controller {

    private static final String OPERATOR = "fluxcd.controlplane.io/";

    private final Repositories repositories;
    private final ArtifactStorage artifacts;
    private final Gaps gaps;
    private FluxProfile profile;
    private @Nullable Cluster cluster;
    private @Nullable SourceController sources;
    private @Nullable KustomizeController kustomizations;
    private @Nullable HelmController releases;
    private @Nullable NotificationController notifications;

    /** An installation with a profile, whose sources reach these repositories. */
    public Flux(FluxProfile profile, Repositories repositories) {
        this(profile, repositories, new ArtifactStorage(), new Gaps());
    }

    private Flux(FluxProfile profile, Repositories repositories, ArtifactStorage artifacts, Gaps gaps) {
        this.gaps = gaps;
        this.profile = profile;
        this.repositories = repositories;
        this.artifacts = artifacts;
    }

    /** The Flux installation of a cluster, if there is one. */
    public static Optional<Flux> of(Cluster cluster) {
        return cluster.controllers().stream()
                .filter(Flux.class::isInstance)
                .map(Flux.class::cast)
                .findFirst();
    }

    @Override
    public void start(Cluster world) {
        if (!world.server().discovery().hasGroup("kustomize.toolkit.fluxcd.io")) {
            world.server().installFlux();
        }
        run(world, null);
    }

    @Override
    public Controller fork(Cluster copy) {
        Flux flux = new Flux(profile, repositories.copy(), artifacts.copy(), gaps.copy());
        flux.run(copy, this);
        return flux;
    }

    private void run(Cluster world, @Nullable Flux origin) {
        cluster = world;
        if (profile.runs(FluxController.SOURCE)) {
            sources =
                    new SourceController(world, repositories, artifacts, gaps, origin == null ? null : origin.sources);
        }
        if (profile.runs(FluxController.HELM)) {
            releases = new HelmController(world, profile, artifacts, gaps, origin == null ? null : origin.releases);
        }
        if (profile.runs(FluxController.NOTIFICATION)) {
            notifications =
                    new NotificationController(world, profile, gaps, origin == null ? null : origin.notifications);
        }
        if (profile.runs(FluxController.KUSTOMIZE)) {
            kustomizations = new KustomizeController(
                    world, profile, repositories, artifacts, gaps, origin == null ? null : origin.kustomizations);
        }
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
        profile = changed;
        Cluster world = cluster;
        if (world == null) {
            return;
        }
        if (sources != null) {
            sources.stop();
        }
        if (kustomizations != null) {
            kustomizations.stop();
        }
        if (releases != null) {
            releases.stop();
        }
        if (notifications != null) {
            notifications.stop();
        }
        notifications = null;
        sources = null;
        kustomizations = null;
        releases = null;
        run(world, null);
        if (sources != null) {
            sources.restart();
        }
        if (kustomizations != null) {
            kustomizations.restart();
        }
        if (releases != null) {
            releases.restart();
        }
        if (notifications != null) {
            notifications.restart();
        }
    }

    /** Makes the sources of a URL look again now, as if their interval had passed. */
    public void poke(String url) {
        if (sources != null) {
            sources.poke(url);
        }
    }

    /**
     * Has somebody ask the sources of a URL to look again, by the annotation that {@code flux reconcile} writes.
     *
     * @param client writes the annotation
     */
    public void ask(String url, Client client) {
        if (sources != null) {
            sources.ask(url, client);
        }
    }

    /**
     * Why the prediction for an object would rest on something that is not modelled; empty when it does not.
     *
     * @param object the live object
     */
    public Optional<String> notModelled(MapNode object) {
        String kind = ObjectFields.kind(object);
        if (kind.startsWith("ResourceSet") && object.findText("apiVersion").startsWith(OPERATOR)) {
            return Optional.of("what the Flux Operator makes of a " + kind);
        }
        return gaps.of(kind, NamespacedName.of(object));
    }
}
