package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import java.util.Map;

/** Finds the source of a Kustomization: access first, then the object (kustomization_controller.go, getSource). */
final class SourceLookup {

    private static final String GROUP = "source.toolkit.fluxcd.io";

    private static final Map<String, String> RESOURCES = Map.of(
            "GitRepository",
            "gitrepositories",
            "OCIRepository",
            "ocirepositories",
            "Bucket",
            "buckets",
            "ExternalArtifact",
            "externalartifacts");

    private final Client client;
    private final FluxProfile profile;

    SourceLookup(Client client, FluxProfile profile) {
        this.client = client;
        this.profile = profile;
    }

    SourceAnswer find(KustomizationSpec spec) {
        NamespacedName source = spec.source();
        String kind = spec.sourceKind();
        String reference = kind + "/" + source;
        if (profile.noCrossNamespaceRefs() && !source.namespace().equals(spec.namespace())) {
            return new SourceAnswer.Denied(
                    "can't access '" + reference + "', cross-namespace references have been blocked");
        }
        if (kind.equals("ExternalArtifact") && !profile.gate("ExternalArtifact", false)) {
            return new SourceAnswer.Denied(
                    "can't access '" + reference + "', ExternalArtifact feature gate is disabled");
        }
        if (!RESOURCES.containsKey(kind)) {
            return new SourceAnswer.Unreadable("source `" + source.name() + "` kind '" + kind + "' not supported");
        }
        ApiResponse response = client.get(new GroupVersionKind(GROUP, "v1", kind), source);
        if (response.isSuccess()) {
            return new SourceAnswer.Found(response.object());
        }
        if (response.code() != 404) {
            return new SourceAnswer.Unreadable("unable to get source '" + source + "': " + response.message());
        }
        // the cache words the error with the kind, the API server with the resource
        boolean direct = profile.gate("DirectSourceFetch", false);
        return new SourceAnswer.Missing(
                (direct ? RESOURCES.get(kind) : kind) + "." + GROUP + " \"" + source.name() + "\" not found");
    }
}
