package dev.drydock.flux.source;

import dev.drydock.flux.runtime.Secrets;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Whether a Secret is a login for the registry of charts (source-controller internal/helm/registry/auth.go). */
final class RegistryLogin {

    private static final String CONFIG = ".dockerconfigjson";

    private RegistryLogin() {}

    /**
     * Why a Secret is no login for the registry of a URL; empty when it is one, or holds none.
     *
     * @throws NotModelledException when its Docker configuration cannot be read
     */
    static String problem(String url, MapNode secret) {
        String host = url.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
        String name = secret.findText("metadata", "name");
        String user = Secrets.text(secret, "username");
        String password = Secrets.text(secret, "password");
        if (secret.findText("type").equals("kubernetes.io/dockerconfigjson")) {
            MapNode entries = entries(secret);
            for (String registry : entries.keys()) {
                if (isBroken(entries.findText(registry, "auth"))) {
                    return "unable to load Docker config from Secret '" + name + "': Invalid auth configuration file";
                }
            }
            Optional<MapNode> entry = entry(entries, host);
            if (entry.isEmpty()) {
                return "no auth config for '" + host + "' in the docker-registry Secret '" + name + "'";
            }
            String auth = decoded(entry.get().findText("auth"));
            user = auth.isEmpty() ? entry.get().findText("username") : auth.substring(0, auth.indexOf(':'));
            password = auth.isEmpty() ? entry.get().findText("password") : auth.substring(auth.indexOf(':') + 1);
        }
        return user.isEmpty() == password.isEmpty()
                ? ""
                : "invalid '" + name + "' secret data: required fields 'username' and 'password'";
    }

    private static MapNode entries(MapNode secret) {
        try {
            return JsonReader.read(Secrets.text(secret, CONFIG), CONFIG).findMap("auths");
        } catch (YamlException e) {
            throw new NotModelledException("Docker configurations that cannot be read");
        }
    }

    /** The entry of a host, by its own name or by a URL on it (docker/cli config/credentials/file_store.go). */
    private static Optional<MapNode> entry(MapNode entries, String host) {
        if (entries.get(host) instanceof MapNode entry) {
            return Optional.of(entry);
        }
        return entries.keys().stream()
                .filter(key -> key.replaceFirst("^[a-z]+://", "")
                        .replaceFirst("/.*", "")
                        .equals(host))
                .findFirst()
                .map(entries::findMap);
    }

    /** A login without a user, or without the colon after it; an empty one is none. */
    private static boolean isBroken(String auth) {
        return !auth.isEmpty() && decoded(auth).indexOf(':') < 1;
    }

    private static String decoded(String auth) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotModelledException("Docker configurations that cannot be read");
        }
    }
}
