package dev.drydock.flux.source;

import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What Secrets open: the credentials that a source brings, held against those that a repository asks for. */
final class SecretAccess {

    static final GroupVersionKind SECRET = Secrets.SECRET;

    private SecretAccess() {}

    /** Whether user name and password of a Secret open a repository. */
    static boolean opensByLogin(Repository repository, String name, MapNode secret) {
        Repository.Login login = repository.login();
        if (login == null) {
            return repository.secret() == null || repository.secret().equals(name);
        }
        return login.username().equals(data(secret, "username"))
                && login.password().equals(data(secret, "password"));
    }

    /** Whether the registry login of a pull Secret opens a repository. */
    static boolean opensByPullSecret(Repository repository, String registry, String name, MapNode secret) {
        Repository.Login login = repository.login();
        if (login == null) {
            return repository.secret() == null || repository.secret().equals(name);
        }
        try {
            Node entry = JsonReader.read(data(secret, ".dockerconfigjson"), "")
                    .findMap("auths")
                    .findMap(registry);
            String pair = decoded(entry.findText("auth"));
            String wanted = login.username() + ":" + login.password();
            return pair.equals(wanted)
                    || (entry.findText("username") + ":" + entry.findText("password")).equals(wanted);
        } catch (YamlException e) {
            return false;
        }
    }

    static String data(MapNode secret, String key) {
        return Secrets.text(secret, key);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
