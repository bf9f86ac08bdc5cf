package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Client;

/**
 * What the reconcilers of sources work with.
 *
 * @param kernel time
 * @param client the server as source-controller sees it
 * @param repositories what URLs serve
 * @param artifacts where artifacts are stored
 * @param events records Events
 * @param gaps the objects about which nothing can be said
 */
record SourceTools(
        Kernel kernel,
        Client client,
        Repositories repositories,
        ArtifactStorage artifacts,
        EventRecorder events,
        Gaps gaps) {}
