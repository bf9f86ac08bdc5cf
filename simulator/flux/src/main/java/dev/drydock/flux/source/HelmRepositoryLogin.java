package dev.drydock.flux.source;

import dev.drydock.flux.artifact.SourceException;
import dev.drydock.flux.runtime.SecretException;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;

/**
 * The credentials of a HelmRepository, in the order in which its index and its charts ask for them
 * (internal/helm/getter/client_opts.go).
 *
 * @param client reads as the controller
 */
record HelmRepositoryLogin(Client client) {

    /**
     * Reads them.
     *
     * @throws SourceException when a Secret is missing or does not hold what it is for
     * @throws NotModelledException when a cloud provider would have to be asked
     */
    RemoteCharts.Login of(MapNode repository) {
        String cert = repository.findText("spec", "certSecretRef", "name");
        if (!cert.isEmpty()) {
            MapNode tls = secret(repository, cert, "failed to get TLS authentication secret");
            check("failed to construct Helm client's TLS config: ", () -> Secrets.checkTls(tls));
        }
        String name = repository.findText("spec", "secretRef", "name");
        MapNode secret = MapNode.EMPTY;
        if (!name.isEmpty()) {
            MapNode found = secret(repository, name, "failed to get authentication secret");
            check("failed to detect authentication methods: ", () -> Secrets.checkAuthentication(found));
            secret = found;
        }
        if (repository.findText("spec", "type").equals("oci")) {
            registry(repository, name, secret);
        }
        return new RemoteCharts.Login(name, secret);
    }

    private MapNode secret(MapNode repository, String name, String problem) {
        NamespacedName key = new NamespacedName(ObjectFields.namespace(repository), name);
        ApiResponse response = new Secrets(client).read(key);
        if (!response.isSuccess()) {
            throw new SourceException(problem + " '" + key + "': " + response.message());
        }
        return response.object();
    }

    private static void check(String prefix, Runnable look) {
        try {
            look.run();
        } catch (SecretException e) {
            throw new SourceException(prefix + e.getMessage());
        }
    }

    private static void registry(MapNode repository, String name, MapNode secret) {
        if (!name.isEmpty()) {
            String problem = RegistryLogin.problem(repository.findText("spec", "url"), secret);
            if (!problem.isEmpty()) {
                throw new SourceException("failed to configure OCI registry authentication: " + problem);
            }
            return;
        }
        String provider = repository.findText("spec", "provider");
        if (!provider.isEmpty() && !provider.equals("generic")) {
            throw new NotModelledException("cloud credentials for registries (spec.provider)");
        }
    }
}
