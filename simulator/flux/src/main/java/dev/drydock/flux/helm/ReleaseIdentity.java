package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * The account as which a release is managed (helm-controller internal/kube).
 *
 * @param client the controller's own
 * @param profile the flags
 */
record ReleaseIdentity(Client client, FluxProfile profile) {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");

    /** The name of the account, empty for the controller's own. */
    String account(MapNode object) {
        String account = object.findText("spec", "serviceAccountName");
        return account.isEmpty() ? profile.defaultServiceAccount() : account;
    }

    /** The cluster as the account sees it. */
    Client client(MapNode object) {
        String account = account(object);
        return account.isEmpty()
                ? client
                : client.impersonating(
                        Impersonation.of("system:serviceaccount:" + ObjectFields.namespace(object) + ":" + account));
    }

    /** Whether the account exists; the last part of a name counts. */
    ApiResponse accountOf(MapNode object) {
        String account = account(object);
        return client.get(
                SERVICE_ACCOUNT,
                new NamespacedName(ObjectFields.namespace(object), account.substring(account.lastIndexOf(':') + 1)));
    }

    /**
     * Why no client of a remote cluster can be made.
     *
     * @param message the controller's words
     * @param isMissing whether what it needs does not exist
     */
    record Problem(String message, boolean isMissing) {}

    /** The problem with the reference to a remote cluster; empty when there is none. */
    Optional<Problem> problem(MapNode object) {
        if (object.find("spec", "kubeConfig") == null) {
            return Optional.empty();
        }
        String secret = object.findText("spec", "kubeConfig", "secretRef", "name");
        String configMap = object.findText("spec", "kubeConfig", "configMapRef", "name");
        NamespacedName name = new NamespacedName(ObjectFields.namespace(object), secret.isEmpty() ? configMap : secret);
        ApiResponse response = client.get(secret.isEmpty() ? CONFIG_MAP : SECRET, name);
        if (!response.isSuccess()) {
            String words = secret.isEmpty()
                    ? "failed to get configmap " + name + ": "
                    : "could not get KubeConfig secret '" + name + "': ";
            return Optional.of(new Problem(words + response.message(), response.code() == 404));
        }
        if (secret.isEmpty()) {
            throw new NotModelledException("remote clusters (spec.kubeConfig)");
        }
        String key = object.findText("spec", "kubeConfig", "secretRef", "key");
        MapNode data = response.object().findMap("data");
        List<String> keys = key.isEmpty() ? List.of("value", "value.yaml") : List.of(key);
        if (keys.stream().noneMatch(data::has)) {
            String named = key.isEmpty() ? "a 'value' or 'value.yaml'" : "a '" + key + "'";
            return Optional.of(new Problem(
                    "KubeConfig secret '" + name + "' does not contain " + named + " key with data", false));
        }
        throw new NotModelledException("remote clusters (spec.kubeConfig)");
    }
}
