package dev.drydock.flux.source;

import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;

/**
 * The credentials of a HelmRepository as charts use them (internal/helm/getter/client_opts.go).
 *
 * @param client reads as the controller
 */
record HelmRepositoryLogin(Client client) {

    /**
     * Reads them.
     *
     * @throws SourceException when a Secret is missing
     */
    RemoteCharts.Login of(MapNode repository) {
        String namespace = ObjectFields.namespace(repository);
        String cert = repository.findText("spec", "certSecretRef", "name");
        NamespacedName certKey = new NamespacedName(namespace, cert);
        if (!cert.isEmpty() && !client.get(SecretAccess.SECRET, certKey).isSuccess()) {
            throw new SourceException(
                    "failed to get TLS authentication secret '" + certKey + "': secret '" + certKey + "' not found");
        }
        String name = repository.findText("spec", "secretRef", "name");
        if (name.isEmpty()) {
            return RemoteCharts.Login.NONE;
        }
        NamespacedName key = new NamespacedName(namespace, name);
        ApiResponse response = client.get(SecretAccess.SECRET, key);
        if (!response.isSuccess()) {
            throw new SourceException("failed to get authentication secret '" + key + "': " + response.message());
        }
        return new RemoteCharts.Login(name, response.object());
    }
}
