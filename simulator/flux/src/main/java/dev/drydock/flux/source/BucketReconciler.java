package dev.drydock.flux.source;

import dev.drydock.cel.kubernetes.GoUrl;
import dev.drydock.flux.runtime.SecretException;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.function.Consumer;

/**
 * Brings a Bucket to rest (source-controller internal/controller/bucket_controller.go). Nobody can describe what a bucket
 * serves, so that every endpoint is one that cannot be reached, or nothing is known about it where others exist.
 */
final class BucketReconciler extends SourceReconciler {

    private static final String AUTHENTICATION = "AuthenticationFailed";

    private final Secrets secrets;

    BucketReconciler(SourceTools tools) {
        super(SourceKind.BUCKET, tools);
        this.secrets = new Secrets(client);
    }

    @Override
    Attempt fetch(MapNode object) {
        try {
            throw unreached(object);
        } catch (FetchFailure failure) {
            return failure.attempt(object, kernel.now());
        }
    }

    private FetchFailure unreached(MapNode object) {
        String provider = object.findText("spec", "provider");
        boolean generic = provider.isEmpty() || provider.equals("generic");
        if (!generic && !object.findText("spec", "serviceAccountName").isEmpty()) {
            throw FetchFailure.gateDisabled();
        }
        BucketSecrets found = credentials(object);
        validate(object, found);
        boolean cloud = provider.equals("gcp") || provider.equals("azure") || (!generic && found.keys.isEmpty());
        if (cloud) {
            throw new NotModelledException("Buckets of the provider " + provider);
        }
        String endpoint = object.findText("spec", "endpoint");
        if (endpoint.isEmpty()) {
            throw refused("Endpoint:  does not follow ip address or domain name standards.");
        }
        if (endpoint.contains("/")) {
            throw refused("Endpoint url cannot have fully qualified paths.");
        }
        if (!generic) {
            throw new NotModelledException("Buckets of the provider " + provider);
        }
        if (!object.findText("spec", "proxySecretRef", "name").isEmpty()) {
            throw new NotModelledException("proxies in front of sources (spec.proxySecretRef)");
        }
        if (!object.findMap("spec", "sts").isEmpty() && found.keys.isEmpty()) {
            throw new NotModelledException("credentials of a Security Token Service (spec.sts)");
        }
        repositories.checkEverything("the Bucket at " + endpoint);
        String bucket = object.findText("spec", "bucketName");
        String scheme = object.isTrue("spec", "insecure") ? "http" : "https";
        return FetchFailure.retried(
                "BucketOperationFailed",
                "failed to confirm existence of '" + bucket + "' bucket: Get \"" + scheme + "://" + endpoint + "/"
                        + bucket + "/?location=\": " + Network.unreachable(endpoint));
    }

    /** The Secrets with keys, each an empty map when none is named. */
    private record BucketSecrets(MapNode keys, MapNode stsKeys) {}

    /** Reads all Secrets before what they hold is looked at (setupCredentials). */
    private BucketSecrets credentials(MapNode object) {
        MapNode keys = secret(object, object.findText("spec", "secretRef", "name"), "failed to get secret '");
        MapNode stsKeys =
                secret(object, object.findText("spec", "sts", "secretRef", "name"), "failed to get STS secret '");
        String proxy = object.findText("spec", "proxySecretRef", "name");
        check(object, proxy, "failed to get proxy URL: ", Secrets::checkProxy);
        String certificate = object.findText("spec", "certSecretRef", "name");
        check(object, certificate, "failed to get TLS config: ", Secrets::checkTls);
        String stsCertificate = object.findText("spec", "sts", "certSecretRef", "name");
        check(object, stsCertificate, "failed to get STS TLS config: ", Secrets::checkTls);
        return new BucketSecrets(keys, stsKeys);
    }

    private MapNode secret(MapNode object, String name, String problem) {
        if (name.isEmpty()) {
            return MapNode.EMPTY;
        }
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        ApiResponse response = secrets.read(key);
        if (!response.isSuccess()) {
            throw refused(problem + key + "': " + response.message());
        }
        return response.object();
    }

    private void check(MapNode object, String name, String problem, Consumer<MapNode> check) {
        if (name.isEmpty()) {
            return;
        }
        try {
            check.accept(secrets.get(new NamespacedName(ObjectFields.namespace(object), name)));
        } catch (SecretException e) {
            throw refused(problem + e.getMessage());
        }
    }

    /** What a client is made of (createBucketProvider; internal/bucket/minio). */
    private static void validate(MapNode object, BucketSecrets found) {
        String cloud = object.findText("spec", "provider");
        if (cloud.equals("gcp") && !found.keys.isEmpty() && !Secrets.has(found.keys, "serviceaccount")) {
            throw refused(
                    "invalid '" + ObjectFields.name(found.keys) + "' secret data: required fields 'serviceaccount'");
        }
        if (cloud.equals("gcp") || cloud.equals("azure")) {
            return;
        }
        if (!found.keys.isEmpty() && !(Secrets.has(found.keys, "accesskey") && Secrets.has(found.keys, "secretkey"))) {
            throw refused("invalid '" + ObjectFields.name(found.keys)
                    + "' secret data: required fields 'accesskey' and 'secretkey'");
        }
        MapNode sts = object.findMap("spec", "sts");
        if (sts.isEmpty()) {
            return;
        }
        String provider = sts.findText("provider");
        String wanted = cloud.equals("aws") ? "aws" : "ldap";
        if (!provider.equals(wanted)) {
            String problem = "STS provider '" + provider + "' is not supported for '" + cloud + "' bucket provider";
            throw FetchFailure.stalling("InvalidSTSConfiguration", problem);
        }
        String endpoint = sts.findText("endpoint");
        try {
            GoUrl.parse(endpoint);
        } catch (IllegalArgumentException e) {
            throw FetchFailure.stalling(
                    "URLInvalid", "failed to parse STS endpoint '" + endpoint + "': " + e.getMessage());
        }
        boolean lacks = Secrets.text(found.stsKeys, "username").isEmpty()
                || Secrets.text(found.stsKeys, "password").isEmpty();
        if (provider.equals("ldap") && !found.stsKeys.isEmpty() && lacks) {
            throw refused("invalid '" + ObjectFields.name(found.stsKeys)
                    + "' secret data for 'ldap' STS provider: required fields username, password");
        }
    }

    private static FetchFailure refused(String message) {
        return FetchFailure.retried(AUTHENTICATION, message);
    }
}
