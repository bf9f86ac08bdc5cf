package dev.drydock.flux.source;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a Bucket to rest (source-controller internal/controller/bucket_controller.go). Nobody can describe what a bucket
 * serves, so that every endpoint is one that cannot be reached.
 */
final class BucketReconciler extends SourceReconciler {

    private static final String AUTHENTICATION = "AuthenticationFailed";
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2}).{0,2}");

    BucketReconciler(SourceTools tools) {
        super(SourceKind.BUCKET, tools);
    }

    @Override
    Attempt fetch(MapNode object) {
        String provider = object.findText("spec", "provider");
        boolean generic = provider.isEmpty() || provider.equals("generic");
        if (!generic && !object.findText("spec", "serviceAccountName").isEmpty()) {
            return stalled(
                    object,
                    "FeatureGateDisabled",
                    "to use spec.serviceAccountName for provider authentication please enable the "
                            + "ObjectLevelWorkloadIdentity feature gate in the controller");
        }
        Attempt refused = secrets(object);
        if (refused != null) {
            return refused;
        }
        String endpoint = object.findText("spec", "endpoint");
        if (endpoint.isEmpty()) {
            return failed(object, AUTHENTICATION, "Endpoint:  does not follow ip address or domain name standards.");
        }
        if (endpoint.contains("/")) {
            return failed(object, AUTHENTICATION, "Endpoint url cannot have fully qualified paths.");
        }
        if (!generic) {
            throw new NotModelledException("Buckets of the provider " + provider);
        }
        String bucket = object.findText("spec", "bucketName");
        String scheme = object.isTrue("spec", "insecure") ? "http" : "https";
        return failed(
                object,
                "BucketOperationFailed",
                "failed to confirm existence of '" + bucket + "' bucket: Get \"" + scheme + "://" + endpoint + "/"
                        + bucket + "/?location=\": " + Network.unreachable(endpoint));
    }

    private @Nullable Attempt secrets(MapNode object) {
        String name = object.findText("spec", "secretRef", "name");
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        if (!name.isEmpty()) {
            ApiResponse response = client.get(SecretAccess.SECRET, key);
            if (!response.isSuccess()) {
                return failed(object, AUTHENTICATION, "failed to get secret '" + key + "': " + response.message());
            }
            MapNode data = response.object().findMap("data");
            if (!data.has("accesskey") || !data.has("secretkey")) {
                return failed(
                        object,
                        AUTHENTICATION,
                        "invalid '" + name + "' secret data: required fields 'accesskey' and 'secretkey'");
            }
        }
        String sts = object.findText("spec", "sts", "endpoint");
        Attempt badEndpoint = sts.isEmpty() ? null : checkEndpoint(object, sts);
        if (badEndpoint != null) {
            return badEndpoint;
        }
        Attempt proxy = missing(object, "failed to get proxy URL: ", "proxySecretRef");
        return proxy != null ? proxy : missing(object, "failed to get TLS config: ", "certSecretRef");
    }

    private @Nullable Attempt checkEndpoint(MapNode object, String endpoint) {
        try {
            new URI(endpoint);
            return null;
        } catch (URISyntaxException e) {
            Matcher escape = BAD_ESCAPE.matcher(endpoint);
            String cause = escape.find() ? "invalid URL escape \"" + escape.group() + "\"" : "invalid URL";
            return stalled(
                    object,
                    "URLInvalid",
                    "failed to parse STS endpoint '" + endpoint + "': parse \"" + endpoint + "\": " + cause);
        }
    }

    private @Nullable Attempt missing(MapNode object, String prefix, String field) {
        String name = object.findText("spec", field, "name");
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        return name.isEmpty() || client.get(SecretAccess.SECRET, key).isSuccess()
                ? null
                : failed(object, AUTHENTICATION, prefix + "secret '" + key + "' not found");
    }

    private Attempt failed(MapNode object, String reason, String message) {
        return Attempt.failed(
                failing(object, "FetchFailed", reason, message), new SourceResult.Generic(message, false), reason);
    }

    private Attempt stalled(MapNode object, String reason, String message) {
        return Attempt.failed(
                failing(object, "FetchFailed", reason, message), new SourceResult.Stalling(message, reason), reason);
    }
}
