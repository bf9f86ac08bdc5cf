package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.MappedKinds;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.Optional;

/** The account as which a Kustomization manages its objects. */
final class Identity {

    private static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");

    private final Client client;
    private final FluxProfile profile;

    /** What the controller's own client found; clients that impersonate begin anew each time. */
    private final MappedKinds kinds = new MappedKinds();

    Identity(Client client, FluxProfile profile) {
        this.client = client;
        this.profile = profile;
    }

    /** The objects of the cluster as that account sees them. */
    ManagedObjects managed(KustomizationSpec spec) {
        String account = accountOf(spec);
        return account.isEmpty()
                ? new ManagedObjects(client, kinds)
                : new ManagedObjects(client.impersonating(
                        Impersonation.of("system:serviceaccount:" + spec.namespace() + ":" + account)));
    }

    void copyStateFrom(Identity origin) {
        kinds.addAll(origin.kinds);
    }

    String accountOf(KustomizationSpec spec) {
        String account = spec.text("serviceAccountName");
        return account.isEmpty() ? profile.defaultServiceAccount() : account;
    }

    /** Whether the account is there to be impersonated; the controller itself always is. */
    boolean exists(KustomizationSpec spec) {
        String account = accountOf(spec);
        return account.isEmpty()
                || client.get(SERVICE_ACCOUNT, new NamespacedName(spec.namespace(), account))
                        .isSuccess();
    }

    /**
     * The error with which no client of a remote cluster can be built, empty when none is asked for
     * (fluxcd/pkg runtime/client, impersonator.go).
     *
     * @throws NotModelledException when the remote cluster could be reached
     */
    Optional<String> remoteProblem(KustomizationSpec spec) {
        if (spec.object().find("spec", "kubeConfig") == null) {
            return Optional.empty();
        }
        String secret = spec.text("kubeConfig", "secretRef", "name");
        String configMap = spec.text("kubeConfig", "configMapRef", "name");
        NamespacedName name = new NamespacedName(spec.namespace(), secret.isEmpty() ? configMap : secret);
        ApiResponse response = client.get(secret.isEmpty() ? CONFIG_MAP : SECRET, name);
        if (!response.isSuccess()) {
            return Optional.of(
                    secret.isEmpty()
                            ? "failed to get configmap " + name + ": " + response.message()
                            : "unable to read KubeConfig secret '" + name + "' error: " + response.message());
        }
        MapNode data = response.object().findMap("data");
        String key = spec.text("kubeConfig", "secretRef", "key");
        boolean hasKey = key.isEmpty() ? data.has("value") || data.has("value.yaml") : data.has(key);
        if (!secret.isEmpty() && !hasKey) {
            return Optional.of("KubeConfig secret '" + name + "' does not contain a '" + (key.isEmpty() ? "value" : key)
                    + "' key with a kubeconfig");
        }
        throw new NotModelledException("remote clusters (spec.kubeConfig)");
    }
}
