package dev.drydock.flux.source;

import dev.drydock.flux.artifact.OciReference;
import dev.drydock.flux.artifact.OciRepositoryName;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.flux.timing.SourceTiming;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings an OCIRepository to rest (source-controller internal/controller/ocirepository_controller.go). */
final class OciRepositoryReconciler extends SourceReconciler {

    private static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
    private static final Set<String> FLUX_LAYERS = Set.of("", "application/vnd.cncf.flux.content.v1.tar+gzip");

    private static final String UNKNOWN_NAME = "GET %s: NAME_UNKNOWN: repository name not known to registry";

    private final SecretAccess secrets;

    OciRepositoryReconciler(SourceTools tools) {
        super(SourceKind.OCI_REPOSITORY, tools);
        this.secrets = new SecretAccess(client);
    }

    /** An error that ends the look at the registry. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String reason;

        Failure(String reason, String message) {
            super(message, null, false, false);
            this.reason = reason;
        }
    }

    @Override
    Attempt fetch(MapNode object) {
        String url = object.findText("spec", "url");
        try {
            List<NamespacedName> pullSecrets = pullSecrets(object);
            checkSecret(object, "proxySecretRef", "failed to get proxy address: ");
            checkSecret(object, "certSecretRef", "failed to generate transport for '" + url + "': ");
            OciRepositoryName name;
            try {
                name = OciRepositoryName.parse(url);
            } catch (SourceException e) {
                String message = "URL validation failed for '" + url + "': " + e.getMessage();
                return Attempt.failed(
                        failing(object, "FetchFailed", "URLInvalid", message),
                        new SourceResult.Stalling(message, "URLInvalid"),
                        "URLInvalid");
            }
            return pull(object, url, name, pullSecrets);
        } catch (Failure failure) {
            String message = String.valueOf(failure.getMessage());
            return Attempt.failed(
                    failing(object, "FetchFailed", failure.reason, message),
                    new SourceResult.Generic(message, false),
                    failure.reason);
        }
    }

    private void checkSecret(MapNode object, String field, String prefix) {
        String name = object.findText("spec", field, "name");
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        if (!name.isEmpty() && secrets.find(key).isEmpty()) {
            throw new Failure("AuthenticationFailed", prefix + "secret '" + key + "' not found");
        }
    }

    /** The Secrets whose logins are tried: the one that is named, and those of the ServiceAccount. */
    private List<NamespacedName> pullSecrets(MapNode object) {
        List<NamespacedName> found = new ArrayList<>();
        String namespace = ObjectFields.namespace(object);
        String secret = object.findText("spec", "secretRef", "name");
        if (!secret.isEmpty()) {
            NamespacedName key = new NamespacedName(namespace, secret);
            ApiResponse response = client.get(SecretAccess.SECRET, key);
            if (!response.isSuccess()) {
                event(object, "Normal", "AuthenticationFailed", "auth secret '" + secret + "' not found");
                throw new Failure(
                        "AuthenticationFailed",
                        "failed to get credential: failed to get secret '" + key + "': " + response.message());
            }
            found.add(key);
        }
        String account = object.findText("spec", "serviceAccountName");
        if (!account.isEmpty()) {
            NamespacedName key = new NamespacedName(namespace, account);
            ApiResponse response = client.get(SERVICE_ACCOUNT, key);
            if (!response.isSuccess()) {
                throw new Failure(
                        "AuthenticationFailed", "failed to get credential: serviceaccount '" + key + "' not found");
            }
            for (Node reference : response.object().findList("imagePullSecrets")) {
                NamespacedName pull = new NamespacedName(namespace, reference.findText("name"));
                if (secrets.find(pull).isEmpty()) {
                    throw new Failure(
                            "AuthenticationFailed",
                            "failed to get credential: failed to get image pull secret for serviceaccount '" + key
                                    + "': secret '" + pull + "' not found");
                }
                found.add(pull);
            }
        }
        return found;
    }

    /** A tag of a registry and what it holds. */
    private record Tagged(Content content, boolean chart) {}

    private Attempt pull(MapNode object, String url, OciRepositoryName name, List<NamespacedName> pullSecrets) {
        Map<String, Tagged> tags = new TreeMap<>();
        String denied = tags(url, name, pullSecrets, tags);
        String api = "https://" + name.registry() + "/v2/" + name.path();
        OciReference reference;
        try {
            boolean lists = object.findText("spec", "ref", "digest").isEmpty()
                    && !object.findText("spec", "ref", "semver").isEmpty();
            if (lists && !denied.isEmpty()) {
                throw new SourceException(denied.formatted(api + "/tags/list?n=1000"));
            }
            reference = OciReference.resolve(
                    name,
                    object.findMap("spec", "ref"),
                    List.copyOf(tags.keySet()),
                    SourceTiming.layerMediaType(object.findMap("spec")));
        } catch (SourceException e) {
            repositories.checkEverything(url + " under another tag");
            throw new Failure(
                    "ReadOperationFailed", "failed to determine the artifact tag for '" + url + "': " + e.getMessage());
        }
        Tagged tagged = reference.isDigest() ? null : tags.get(reference.identifier());
        String digest = digest(reference, tagged, denied, api);
        String revision = reference.isDigest() ? digest : reference.identifier() + "@" + digest;
        boolean same = revision.equals(object.findText("status", "artifact", "revision"));
        MapNode begun = same ? object : announced(object, "new revision '" + revision + "' for '" + reference + "'");
        Attempt unverified = verify(begun);
        if (unverified != null) {
            return unverified;
        }
        if (tagged == null) {
            tagged = tags.values().stream()
                    .filter(t -> digest.equals("sha256:" + t.content().digest()))
                    .findFirst()
                    .orElse(null);
        }
        if (tagged == null) {
            repositories.checkEverything(api + " as " + reference.identifier());
            String cause = denied.isEmpty() ? "GET %s: MANIFEST_UNKNOWN: manifest unknown" : denied;
            return layerFailed(
                    begun,
                    "OCIArtifactPullFailed",
                    "failed to pull artifact from '" + url + "': " + cause.formatted(api + "/manifests/" + digest));
        }
        return store(object, begun, url, revision, digest, tagged, same);
    }

    private Attempt store(
            MapNode before, MapNode begun, String url, String revision, String digest, Tagged tagged, boolean same) {
        String layer = SourceTiming.layerMediaType(begun.findMap("spec"));
        boolean fits = layer.isEmpty() || (tagged.chart() ? layer.contains("helm.chart") : FLUX_LAYERS.contains(layer));
        if (!fits && !same) {
            return layerFailed(
                    begun,
                    "OCIArtifactLayerOperationFailed",
                    "failed to find layer with media type '" + layer + "' in artifact");
        }
        MapNode fetched = Conditions.delete(begun, "FetchFailed");
        Content content = selected(tagged.content(), fetched);
        boolean unchanged =
                same && ("sha256:" + content.digest()).equals(fetched.findText("status", "artifact", "digest"));
        MapNode done = unchanged
                ? fetched
                : stored(fetched, digest.substring(digest.indexOf(':') + 1) + ".tar.gz", revision, content);
        done = Conditions.set(
                Conditions.delete(done, "ArtifactOutdated"),
                "ArtifactInStorage",
                "True",
                "Succeeded",
                "stored artifact for digest '" + revision + "'",
                kernel.now());
        String text = "stored artifact with revision '" + revision + "' from '" + url + "'";
        if (!unchanged) {
            return Attempt.succeeded(done, new Attempt.News("NewArtifact", text));
        }
        return Conditions.isTrue(before, "FetchFailed")
                ? Attempt.succeeded(done, new Attempt.News("Succeeded", text))
                : Attempt.succeeded(
                        done,
                        new Attempt.News(
                                "ArtifactUpToDate", "artifact up-to-date with remote revision: '" + revision + "'"));
    }

    private Attempt layerFailed(MapNode begun, String reason, String message) {
        return Attempt.failed(
                failing(begun, "FetchFailed", reason, message), new SourceResult.Generic(message, false), reason);
    }

    private @org.jspecify.annotations.Nullable Attempt verify(MapNode object) {
        if (object.find("spec", "verify") == null || repositories.signaturesHold()) {
            return null;
        }
        String provider = object.findText("spec", "verify", "provider");
        String secret = object.findText("spec", "verify", "secretRef", "name");
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), secret);
        if (secret.isEmpty() || secrets.find(key).isPresent()) {
            throw new NotModelledException("verification of OCI artifacts (spec.verify)");
        }
        String message = "failed to verify the signature using provider '" + (provider.isEmpty() ? "cosign" : provider)
                + "': secrets \"" + secret + "\" not found";
        MapNode failed = Conditions.set(object, "SourceVerified", "False", "VerificationError", message, kernel.now());
        return Attempt.failed(failed, new SourceResult.Generic(message, false), "VerificationError");
    }

    private String digest(
            OciReference reference, @org.jspecify.annotations.Nullable Tagged tagged, String denied, String api) {
        String prefix = "failed to determine artifact digest: ";
        if (reference.isDigest()) {
            try {
                return reference.digest();
            } catch (SourceException e) {
                throw new Failure("OCIArtifactPullFailed", prefix + e.getMessage());
            }
        }
        if (tagged != null && denied.isEmpty()) {
            return "sha256:" + tagged.content().digest();
        }
        repositories.checkEverything(api + " as " + reference.identifier());
        String cause = denied.isEmpty() ? "GET %s: MANIFEST_UNKNOWN: manifest unknown" : denied;
        throw new Failure(
                "OCIArtifactPullFailed", prefix + cause.formatted(api + "/manifests/" + reference.identifier()));
    }

    /** Fills in what the registry serves; gives the format of its error when it serves nothing. */
    private String tags(
            String url, OciRepositoryName name, List<NamespacedName> pullSecrets, Map<String, Tagged> tags) {
        Optional<Repository> found =
                repositories.registriesCanFind(name.path()) ? repositories.find(url) : Optional.empty();
        boolean known = found.isPresent() || repositories.servesHost(name.registry());
        boolean answers = found.map(Repository::reachable).orElse(true);
        if (!known || !answers) {
            return "Get \"https://" + name.registry() + "/v2/\": " + Network.unreachable(name.registry());
        }
        if (found.isEmpty()) {
            return UNKNOWN_NAME;
        }
        Repository repository = found.get();
        if (repository.secret() != null || repository.login() != null) {
            boolean opened = pullSecrets.stream()
                    .anyMatch(key -> secrets.find(key)
                            .map(s -> SecretAccess.opensByPullSecret(repository, name.registry(), key.name(), s))
                            .orElse(false));
            if (!opened) {
                return "GET %s: UNAUTHORIZED: authentication required";
            }
        }
        repository
                .tags()
                .forEach((tag, commit) -> tags.put(
                        tag, new Tagged(commit.content(), repository.charts().contains(commit.content()))));
        repository.branches().keySet().forEach(branch -> {
            Commit head = repository.head(branch).orElseThrow();
            tags.put(branch, new Tagged(head.content(), false));
        });
        return tags.isEmpty() ? UNKNOWN_NAME : "";
    }

    private static Content selected(Content content, MapNode object) {
        if (SourceTiming.layerOperation(object.findMap("spec")).equals("copy")) {
            return content;
        }
        return new Content(Archive.unignored(content.files(), object));
    }
}
