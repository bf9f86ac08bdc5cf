package dev.drydock.flux.source;

import dev.drydock.cel.kubernetes.GoUrl;
import dev.drydock.flux.runtime.SecretException;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * What a GitRepository brings to be let in: proxy, URL, Secret and provider, looked at before the server is asked
 * (source-controller gitrepository_controller.go, getAuthOpts; fluxcd/pkg git/options.go).
 */
final class GitAccess {

    private static final String GITHUB_DATA =
            "secretRef with github app data must be specified when provider is set to github";

    private final Secrets secrets;

    GitAccess(Client client) {
        this.secrets = new Secrets(client);
    }

    /**
     * Whether the server may be asked.
     *
     * @return the Secret, an empty map without one
     * @throws FetchFailure when it may not
     * @throws NotModelledException when what follows rests on somebody else's answers
     */
    MapNode check(MapNode object) {
        proxy(object);
        String url = object.findText("spec", "url");
        try {
            GoUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw FetchFailure.stalling("URLInvalid", "failed to parse url '" + url + "': " + e.getMessage());
        }
        MapNode secret = secret(object);
        options(url, secret);
        encrypted(url, secret);
        provider(object, secret);
        if (!object.findText("spec", "proxySecretRef", "name").isEmpty()) {
            throw new NotModelledException("proxies in front of sources (spec.proxySecretRef)");
        }
        return secret;
    }

    private void proxy(MapNode object) {
        String name = object.findText("spec", "proxySecretRef", "name");
        if (name.isEmpty()) {
            return;
        }
        try {
            Secrets.checkProxy(secrets.get(new NamespacedName(ObjectFields.namespace(object), name)));
        } catch (SecretException e) {
            throw FetchFailure.retried("AuthenticationFailed", "failed to configure proxy options: " + e.getMessage());
        }
    }

    private MapNode secret(MapNode object) {
        String name = object.findText("spec", "secretRef", "name");
        if (name.isEmpty()) {
            return MapNode.EMPTY;
        }
        NamespacedName key = new NamespacedName(ObjectFields.namespace(object), name);
        ApiResponse response = secrets.read(key);
        if (response.isSuccess()) {
            return response.object();
        }
        String problem = "failed to get secret '" + key + "': ";
        throw FetchFailure.retried("AuthenticationFailed", problem + problem + response.message());
    }

    private static void options(String url, MapNode secret) {
        String transport = url.substring(0, url.indexOf("://"));
        String user = "";
        String password = "";
        String problem = "";
        if (transport.equals("ssh")) {
            problem = url.matches("ssh://([^/?#]*@)?([/?#].*)?")
                    ? "'host' is required"
                    : SecretAccess.data(secret, "identity").isEmpty()
                            ? "'identity' is required"
                            : SecretAccess.data(secret, "known_hosts").isEmpty() ? "'known_hosts' is required" : "";
        } else {
            boolean bearer = secret.find("data", "bearerToken") != null;
            if (!bearer) {
                user = SecretAccess.data(secret, "username");
                password = SecretAccess.data(secret, "password");
            }
            String[] info = userInfo(url);
            user = user.isEmpty() ? info[0] : user;
            password = password.isEmpty() ? info[1] : password;
            if (user.isEmpty() && !password.isEmpty()) {
                problem = "'password' requires 'username' to be set";
            } else if (bearer && !user.isEmpty()) {
                throw FetchFailure.retried(
                        "GitOperationFailed",
                        "failed to checkout and determine revision: basic auth and bearer token cannot be set at the"
                                + " same time");
            }
        }
        if (!problem.isEmpty()) {
            throw FetchFailure.retried(
                    "AuthenticationFailed",
                    "failed to configure authentication options: invalid '" + transport + "' auth option: " + problem);
        }
    }

    private static void encrypted(String url, MapNode secret) {
        if (url.startsWith("ssh://")
                && SecretAccess.data(secret, "password").isEmpty()
                && SshIdentity.of(SecretAccess.data(secret, "identity")).isEncrypted()) {
            throw FetchFailure.retried(
                    "AuthenticationFailed",
                    "SSH identity key is encrypted but no 'password' field was provided in the secret '"
                            + NamespacedName.of(secret) + "'");
        }
    }

    private static void provider(MapNode object, MapNode secret) {
        boolean app = !SecretAccess.data(secret, "githubAppID").isEmpty();
        switch (object.findText("spec", "provider")) {
            case "azure", "aws" -> {
                if (!object.findText("spec", "serviceAccountName").isEmpty()) {
                    throw FetchFailure.gateDisabled();
                }
                throw new NotModelledException("cloud credentials for Git (spec.provider)");
            }
            case "github" -> {
                if (secret.isEmpty()) {
                    throw FetchFailure.stalling("InvalidProviderConfiguration", GITHUB_DATA);
                }
                if (!app) {
                    throw FetchFailure.retried("InvalidProviderConfiguration", GITHUB_DATA);
                }
                throw new NotModelledException("credentials of GitHub apps (spec.provider)");
            }
            default -> {
                if (app) {
                    throw FetchFailure.retried(
                            "InvalidProviderConfiguration",
                            "secretRef '" + NamespacedName.of(secret)
                                    + "' has github app data but provider is not set to github");
                }
            }
        }
    }

    /** User and password of a URL, empty when it has none. */
    private static String[] userInfo(String url) {
        try {
            String info = new URI(url).getUserInfo();
            String[] parts = info == null ? new String[0] : info.split(":", 2);
            return new String[] {parts.length > 0 ? parts[0] : "", parts.length > 1 ? parts[1] : ""};
        } catch (URISyntaxException e) {
            return new String[] {"", ""};
        }
    }
}
