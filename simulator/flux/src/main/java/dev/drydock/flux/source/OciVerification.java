package dev.drydock.flux.source;

import dev.drydock.flux.artifact.OciRepositoryName;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The signature of an OCI artifact (source-controller ocirepository_controller.go, verifySignature): what is wrong with the
 * keys, or that the signature is taken as good.
 *
 * @param secrets reads the keys
 * @param hold whether every signature is taken as good
 */
record OciVerification(Secrets secrets, boolean hold) {

    private static final String VERIFIED = "SourceVerified";

    /**
     * The source with what was found out.
     *
     * @param revision the revision that was found
     * @param same whether its artifact has that revision
     * @throws FetchFailure when the signature cannot be verified
     * @throws NotModelledException when that takes the signature itself
     */
    MapNode of(MapNode object, OciRepositoryName name, String revision, boolean same, Instant now) {
        if (object.find("spec", "verify") == null) {
            return Conditions.delete(object, VERIFIED);
        }
        Optional<Conditions.Condition> before = Conditions.find(object, VERIFIED);
        Long generation = object.findLong("metadata", "generation");
        boolean current = before.isPresent()
                && !before.get().status().equals("False")
                && generation != null
                && generation == before.get().observedGeneration();
        if (same && current) { // a new revision, a new spec and a failure ask again
            return object;
        }
        String digest = revision.substring(revision.lastIndexOf('@') + 1);
        String problem = hold ? "" : problem(object, name.name() + "@" + digest);
        if (!problem.isEmpty()) {
            throw FetchFailure.unverified(
                    "VerificationError",
                    "failed to verify the signature using provider '" + provider(object) + "': " + problem,
                    false);
        }
        if (!hold) {
            throw new NotModelledException("verification of OCI artifacts (spec.verify)");
        }
        String message = "verified signature of revision " + revision;
        return Conditions.set(object, VERIFIED, "True", "Succeeded", message, now);
    }

    private static String provider(MapNode object) {
        String provider = object.findText("spec", "verify", "provider");
        String named = provider.isEmpty() ? "cosign" : provider;
        boolean keyless = named.equals("cosign") && object.find("spec", "verify", "secretRef") == null;
        return keyless ? "cosign keyless" : named;
    }

    /** What is wrong before a signature is looked at, empty for nothing. */
    private String problem(MapNode object, String reference) {
        try {
            return object.findText("spec", "verify", "provider").equals("notation")
                    ? notation(object, reference)
                    : cosign(object, reference);
        } catch (MissingKeys e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String cosign(MapNode object, String reference) {
        MapNode root = secret(object, "trustedRootSecretRef", "failed to read trusted root from secret '%s': ");
        if (!root.isEmpty() && !Secrets.has(root, "trusted_root.json")) {
            NamespacedName name = NamespacedName.of(root);
            return "failed to read trusted root from secret '" + name + "': 'trusted_root.json' not found in secret '"
                    + name + "'";
        }
        MapNode keys = secret(object, "secretRef", "");
        boolean any = keys.isEmpty() || keys.findMap("data").keys().stream().anyMatch(key -> key.endsWith(".pub"));
        return any ? "" : "no matching signatures were found for '" + reference + "'";
    }

    private String notation(MapNode object, String reference) {
        MapNode keys = secret(object, "secretRef", "");
        if (keys.isEmpty()) {
            return "verification secret cannot be empty: '" + reference + "'";
        }
        if (!Secrets.has(keys, "trustpolicy.json")) {
            return "'trustpolicy.json' not found in secret '" + NamespacedName.of(keys) + "'";
        }
        boolean any =
                keys.findMap("data").keys().stream().anyMatch(key -> key.endsWith(".crt") || key.endsWith(".pem"));
        return any ? "" : "no certificates found in secret '" + NamespacedName.of(keys) + "'";
    }

    /** The Secret that a field of {@code spec.verify} names, an empty map when there is no such field. */
    private MapNode secret(MapNode object, String field, String problem) {
        String name = object.findText("spec", "verify", field, "name");
        if (name.isEmpty()) {
            return MapNode.EMPTY;
        }
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        ApiResponse response = secrets.read(key);
        if (!response.isSuccess()) {
            throw new MissingKeys(problem.formatted(key) + response.message());
        }
        return response.object();
    }

    /** A Secret that is missing. */
    private static final class MissingKeys extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingKeys(String message) {
            super(message, null, false, false);
        }
    }
}
