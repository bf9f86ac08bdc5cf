package dev.drydock.flux.source;

import dev.drydock.flux.artifact.OciReference;
import dev.drydock.flux.artifact.OciRepositoryName;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.SecretException;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceTiming;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings an OCIRepository to rest (source-controller internal/controller/ocirepository_controller.go). */
final class OciRepositoryReconciler extends SourceReconciler {

    private static final String AUTHENTICATION = "AuthenticationFailed";
    private static final String PULL = "OCIArtifactPullFailed";
    private static final String CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private static final String FLUX_LAYER = "application/vnd.cncf.flux.content.v1.tar+gzip";

    private final Secrets secrets;

    OciRepositoryReconciler(SourceTools tools) {
        super(SourceKind.OCI_REPOSITORY, tools);
        this.secrets = new Secrets(client);
    }

    @Override
    Attempt fetch(MapNode object) {
        MapNode begun =
                Conditions.isFalse(object, "SourceVerified") ? Conditions.delete(object, "SourceVerified") : object;
        String url = begun.findText("spec", "url");
        try {
            List<MapNode> pullSecrets = pullSecrets(begun);
            check(begun, "proxySecretRef", "failed to get proxy address: ", Secrets::checkProxy);
            checkProvider(begun, pullSecrets);
            check(begun, "certSecretRef", "failed to generate transport for '" + url + "': ", Secrets::checkTls);
            OciRepositoryName name = name(url);
            if (!begun.findText("spec", "proxySecretRef", "name").isEmpty()) {
                throw new NotModelledException("proxies in front of sources (spec.proxySecretRef)");
            }
            boolean insecure = begun.isTrue("spec", "insecure");
            return pull(begun, url, OciRegistry.ask(repositories, url, name, insecure, pullSecrets));
        } catch (FetchFailure failure) {
            return failure.attempt(begun, kernel.now());
        }
    }

    private static OciRepositoryName name(String url) {
        try {
            return OciRepositoryName.parse(url);
        } catch (SourceException e) {
            throw FetchFailure.stalling("URLInvalid", "URL validation failed for '" + url + "': " + e.getMessage());
        }
    }

    private void check(MapNode object, String field, String prefix, Consumer<MapNode> check) {
        String name = object.findText("spec", field, "name");
        if (name.isEmpty()) {
            return;
        }
        try {
            check.accept(secrets.get(new NamespacedName(ObjectFields.namespace(object), name)));
        } catch (SecretException e) {
            throw FetchFailure.retried(AUTHENTICATION, prefix + e.getMessage());
        }
    }

    /** The Secrets whose logins are tried: the one that is named, and those of the ServiceAccount. */
    private List<MapNode> pullSecrets(MapNode object) {
        List<MapNode> found = new ArrayList<>();
        String namespace = ObjectFields.namespace(object);
        String secret = object.findText("spec", "secretRef", "name");
        if (!secret.isEmpty()) {
            NamespacedName key = new NamespacedName(namespace, secret);
            ApiResponse response = secrets.read(key);
            if (!response.isSuccess()) {
                event(object, "Normal", AUTHENTICATION, "auth secret '" + secret + "' not found");
                throw FetchFailure.retried(
                        AUTHENTICATION,
                        "failed to get credential: failed to get secret '" + key + "': " + response.message());
            }
            found.add(response.object());
        }
        String account = object.findText("spec", "serviceAccountName");
        if (!account.isEmpty()) {
            try {
                found.addAll(secrets.ofServiceAccount(new NamespacedName(namespace, account)));
            } catch (SecretException e) {
                throw FetchFailure.retried(AUTHENTICATION, "failed to get credential: " + e.getMessage());
            }
        }
        return found;
    }

    /** A cloud is asked for a login where no Secret brings one. */
    private static void checkProvider(MapNode object, List<MapNode> pullSecrets) {
        String provider = object.findText("spec", "provider");
        if (provider.isEmpty() || provider.equals("generic") || !pullSecrets.isEmpty()) {
            return;
        }
        if (!object.findText("spec", "serviceAccountName").isEmpty()) {
            throw FetchFailure.gateDisabled().withoutCondition();
        }
        throw new NotModelledException("cloud credentials for registries (spec.provider: " + provider + ")");
    }

    private Attempt pull(MapNode object, String url, OciRegistry registry) {
        OciReference reference = reference(object, url, registry);
        String digest = digest(reference, registry);
        String revision = reference.revision(digest);
        boolean same = revision.equals(object.findText("status", "artifact", "revision"));
        MapNode begun = same ? object : announced(object, "new revision '" + revision + "' for '" + reference + "'");
        MapNode verified = begun;
        try {
            OciVerification verification = new OciVerification(secrets, repositories.signaturesHold());
            verified = verification.of(begun, registry.name(), revision, same, kernel.now());
            if (same && !isChanged(verified)) {
                return kept(object, Conditions.delete(verified, FetchFailure.FETCH_FAILED), url, revision);
            }
            OciRegistry.@Nullable Tagged tagged = registry.find(digest);
            if (tagged == null) {
                repositories.checkEverything(registry.api() + " as " + reference.identifier());
                throw FetchFailure.retried(
                        PULL, "failed to pull artifact from '" + url + "': " + registry.missing(digest));
            }
            checkLayer(verified, tagged);
            return store(object, Conditions.delete(verified, FetchFailure.FETCH_FAILED), url, revision, tagged);
        } catch (FetchFailure failure) {
            return failure.attempt(verified, kernel.now());
        }
    }

    private OciReference reference(MapNode object, String url, OciRegistry registry) {
        MapNode ref = object.findMap("spec", "ref");
        try {
            boolean lists =
                    ref.findText("digest").isEmpty() && !ref.findText("semver").isEmpty();
            if (lists && !registry.denied().isEmpty()) {
                throw new SourceException(registry.listing());
            }
            return OciReference.resolve(
                    registry.name(),
                    ref,
                    List.copyOf(registry.tags().keySet()),
                    SourceTiming.layerMediaType(object.findMap("spec")));
        } catch (SourceException e) {
            repositories.checkEverything(url + " under another tag");
            throw FetchFailure.retried(
                    "ReadOperationFailed", "failed to determine the artifact tag for '" + url + "': " + e.getMessage());
        }
    }

    private String digest(OciReference reference, OciRegistry registry) {
        String prefix = "failed to determine artifact digest: ";
        if (reference.isDigest()) {
            try {
                return reference.digest();
            } catch (SourceException e) {
                throw FetchFailure.retried(PULL, prefix + e.getMessage());
            }
        }
        OciRegistry.Tagged tagged = registry.tags().get(reference.identifier());
        if (tagged != null) {
            return tagged.digest();
        }
        repositories.checkEverything(registry.api() + " as " + reference.identifier());
        throw FetchFailure.retried(PULL, prefix + registry.missing(reference.identifier()));
    }

    private static void checkLayer(MapNode object, OciRegistry.Tagged tagged) {
        String layer = SourceTiming.layerMediaType(object.findMap("spec"));
        if (!layer.isEmpty() && !layer.equals(tagged.chart() ? CHART_LAYER : FLUX_LAYER)) {
            throw FetchFailure.retried(
                    "OCIArtifactLayerOperationFailed",
                    "failed to find layer with media type '" + layer + "' in artifact");
        }
    }

    /** Whether what the spec makes of an artifact differs from what was made of the one in storage. */
    private static boolean isChanged(MapNode object) {
        Node selector = object.find("spec", "layerSelector");
        Node observed = object.find("status", "observedLayerSelector");
        boolean sameSelector = (selector == null) == (observed == null)
                && selected(object, "mediaType").equals(observed(object, "mediaType"))
                && selected(object, "operation").equals(observed(object, "operation"));
        return !sameSelector || !Objects.equals(object.find("spec", "ignore"), object.find("status", "observedIgnore"));
    }

    private static String selected(MapNode object, String field) {
        return object.findText("spec", "layerSelector", field);
    }

    private static String observed(MapNode object, String field) {
        return object.findText("status", "observedLayerSelector", field);
    }

    private Attempt kept(MapNode before, MapNode object, String url, String revision) {
        MapNode done = inStorage(object, revision);
        return Conditions.isTrue(before, FetchFailure.FETCH_FAILED)
                ? Attempt.succeeded(done, new Attempt.News("Succeeded", text(revision, url)))
                : Attempt.succeeded(
                        done,
                        new Attempt.News(
                                "ArtifactUpToDate", "artifact up-to-date with remote revision: '" + revision + "'"));
    }

    private Attempt store(MapNode before, MapNode fetched, String url, String revision, OciRegistry.Tagged tagged) {
        Content content = content(tagged.content(), fetched);
        String file = revision.substring(revision.lastIndexOf(':') + 1) + ".tar.gz";
        MapNode done = inStorage(latest(observed(stored(fetched, file, revision, content)), "latest.tar.gz"), revision);
        boolean isNew =
                !done.findText("status", "artifact", "digest").equals(before.findText("status", "artifact", "digest"));
        if (isNew) {
            return Attempt.succeeded(done, new Attempt.News("NewArtifact", text(revision, url)));
        }
        return Attempt.succeeded(
                done,
                Conditions.isTrue(before, FetchFailure.FETCH_FAILED)
                        ? new Attempt.News("Succeeded", text(revision, url))
                        : null);
    }

    private static String text(String revision, String url) {
        return "stored artifact with revision '" + revision + "' from '" + url + "'";
    }

    private MapNode inStorage(MapNode object, String revision) {
        return Conditions.set(
                Conditions.delete(object, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                "Succeeded",
                "stored artifact for digest '" + revision + "'",
                kernel.now());
    }

    /** What was made of the artifact, so that a change of it is noticed. */
    private static MapNode observed(MapNode object) {
        MapNode status = object.findMap("status");
        for (String[] field :
                new String[][] {{"ignore", "observedIgnore"}, {"layerSelector", "observedLayerSelector"}}) {
            Node value = object.find("spec", field[0]);
            status = value == null ? status.without(field[1]) : status.with(field[1], value);
        }
        return object.with("status", status);
    }

    private static Content content(Content content, MapNode object) {
        if (SourceTiming.layerOperation(object.findMap("spec")).equals("copy")) {
            return content;
        }
        return new Content(Archive.unignored(content.files(), object));
    }
}
