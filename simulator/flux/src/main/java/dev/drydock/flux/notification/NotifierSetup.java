package dev.drydock.flux.notification;

import dev.drydock.flux.runtime.SecretException;
import dev.drydock.flux.runtime.Secrets;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;

/**
 * Why no notifier can be made of a Provider (notification-controller internal/server/event_handlers.go, createNotifier, and
 * internal/notifier/factory.go).
 *
 * @param client reads Secrets
 * @param provider the Provider
 */
record NotifierSetup(Client client, MapNode provider) {

    private static final String ADDRESS = "address";

    /** What notifiers call an address. */
    private static final Map<String, String> HOOKS = Map.of(
            "alertmanager", "Alertmanager URL",
            "discord", "Discord hook URL",
            "msteams", "MS Teams webhook URL",
            "opsgenie", "Opsgenie hook URL",
            "rocket", "Rocket hook URL",
            "slack", "Slack hook URL",
            "webex", "Webex hook URL");

    /** The problem, empty when there is none that is known here. */
    Optional<String> problem() {
        try {
            return check();
        } catch (SecretException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> check() {
        String address = provider.findText("spec", ADDRESS);
        String token = "";
        MapNode secret = secret("secretRef");
        if (!secret.isEmpty()) {
            Optional<String> headers = headers(secret);
            if (headers.isPresent()) {
                return headers;
            }
            token = Secrets.text(secret, "token").strip();
            address =
                    Secrets.has(secret, ADDRESS) ? Secrets.text(secret, ADDRESS).strip() : address;
        }
        MapNode proxy = secret("proxySecretRef");
        if (!proxy.isEmpty()) {
            Secrets.checking("failed to get proxy URL: ", () -> Secrets.checkProxy(proxy));
        }
        MapNode certificates = secret("certSecretRef");
        if (!certificates.isEmpty()) {
            Secrets.checking("failed to get TLS config: ", () -> Secrets.checkTls(certificates));
        }
        return notifier(address, token).map(problem -> "failed to initialize notifier: " + problem);
    }

    /** The Secret that a field names, an empty map when there is no such field. */
    private MapNode secret(String field) {
        if (provider.find("spec", field, "name") == null) {
            return MapNode.EMPTY;
        }
        NamespacedName name =
                new NamespacedName(ObjectFields.namespace(provider), provider.findText("spec", field, "name"));
        ApiResponse response = new Secrets(client).read(name);
        if (!response.isSuccess()) {
            throw new SecretException("failed to get secret '" + name + "': " + response.message());
        }
        return response.object();
    }

    private static Optional<String> headers(MapNode secret) {
        String text = Secrets.text(secret, "headers");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Node headers;
        try {
            headers = YamlReader.read(text, "headers", YamlMode.KUBERNETES);
        } catch (YamlException e) {
            return Optional.of("failed to read headers from secret: " + e.upstream());
        }
        return headers instanceof MapNode || headers.isNull()
                ? Optional.empty()
                : Optional.of("failed to read headers from secret: error unmarshaling JSON: while decoding JSON: json:"
                        + " cannot unmarshal " + JsonKind.of(headers)
                        + " into Go value of type map[string]string");
    }

    private Optional<String> notifier(String address, String token) {
        String type = provider.findText("spec", "type");
        Optional<String> parsing = unparsed(address);
        if (type.startsWith("generic")) {
            return parsing.isPresent()
                    ? parsing.map(cause -> "invalid hook URL " + address + ": " + cause)
                    : Optional.of("HMAC key is empty").filter(x -> type.equals("generic-hmac") && token.isEmpty());
        }
        String hook = HOOKS.get(type);
        return hook == null
                ? Optional.empty()
                : parsing.map(cause -> "invalid " + hook + " " + address + ": '" + cause + "'");
    }

    /** What Go's url.ParseRequestURI says of an address that is none. */
    private static Optional<String> unparsed(String address) {
        if (address.isEmpty()) {
            return Optional.of("parse \"\": empty url");
        }
        return address.startsWith("/") || address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:/.*")
                ? Optional.empty()
                : Optional.of("parse \"" + address + "\": invalid URI for request");
    }
}
