package dev.drydock.flux.source;

import dev.drydock.kubernetes.GroupVersionKind;
import java.util.List;
import java.util.Locale;

/**
 * What distinguishes the kinds of sources for the machinery that they share.
 *
 * @param kind the kind
 * @param summarized the conditions that make up Ready, the weightier first
 */
record SourceKind(GroupVersionKind kind, List<String> summarized) {

    private static final String GROUP = "source.toolkit.fluxcd.io";

    static final SourceKind GIT_REPOSITORY = of(
            "GitRepository",
            "StorageOperationFailed",
            "FetchFailed",
            "IncludeUnavailable",
            "ArtifactOutdated",
            "ArtifactInStorage",
            "SourceVerified",
            "Stalled",
            "Reconciling");

    static final SourceKind OCI_REPOSITORY = of(
            "OCIRepository",
            "StorageOperationFailed",
            "FetchFailed",
            "ArtifactOutdated",
            "ArtifactInStorage",
            "SourceVerified",
            "Stalled",
            "Reconciling");

    static final SourceKind HELM_REPOSITORY = plain("HelmRepository");

    static final SourceKind BUCKET = plain("Bucket");

    static final SourceKind HELM_CHART = of(
            "HelmChart",
            "StorageOperationFailed",
            "FetchFailed",
            "BuildFailed",
            "ArtifactOutdated",
            "ArtifactInStorage",
            "SourceVerified",
            "Stalled",
            "Reconciling");

    private static SourceKind plain(String kind) {
        return of(
                kind,
                "StorageOperationFailed",
                "FetchFailed",
                "ArtifactOutdated",
                "ArtifactInStorage",
                "Stalled",
                "Reconciling");
    }

    private static SourceKind of(String kind, String... summarized) {
        return new SourceKind(new GroupVersionKind(GROUP, "v1", kind), List.of(summarized));
    }

    /** Where artifacts of an object are stored, and the queue of the kind. */
    String path() {
        return kind.kind().toLowerCase(Locale.ROOT);
    }
}
