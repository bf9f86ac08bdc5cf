package dev.drydock.flux.notification;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
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
        String address = provider.findText("spec", ADDRESS);
        String token = "";
        if (provider.find("spec", "secretRef", "name") != null) {
            ApiResponse secret = secret("secretRef");
            if (!secret.isSuccess()) {
                return missing("secretRef", secret);
            }
            Optional<String> headers = headers(secret.object());
            if (headers.isPresent()) {
                return headers;
            }
            token = value(secret.object(), "token");
            String other = value(secret.object(), ADDRESS).strip();
            address = other.isEmpty() ? address : other;
        }
        for (String field : List.of("proxySecretRef", "certSecretRef")) {
            if (provider.find("spec", field, "name") != null) {
                ApiResponse secret = secret(field);
                if (!secret.isSuccess()) {
                    return missing(field, secret);
                }
            }
        }
        Optional<String> certificate = certificate();
        return certificate.isPresent()
                ? certificate
                : notifier(address, token).map(problem -> "failed to initialize notifier: " + problem);
    }

    private NamespacedName name(String field) {
        return new NamespacedName(ObjectFields.namespace(provider), provider.findText("spec", field, "name"));
    }

    private ApiResponse secret(String field) {
        return client.get(SECRET, name(field));
    }

    private Optional<String> missing(String field, ApiResponse response) {
        return Optional.of("failed to get secret '" + name(field) + "': " + response.message());
    }

    private static String value(MapNode secret, String key) {
        try {
            return new String(Base64.getDecoder().decode(secret.findText("data", key)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<String> headers(MapNode secret) {
        String text = value(secret, "headers");
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

    private Optional<String> certificate() {
        if (provider.find("spec", "certSecretRef", "name") == null) {
            return Optional.empty();
        }
        MapNode data = secret("certSecretRef").object().findMap("data");
        boolean certificate = data.has("tls.crt") || data.has("certFile");
        boolean key = data.has("tls.key") || data.has("keyFile");
        boolean authority = data.has("ca.crt") || data.has("caFile");
        String head = "failed to get TLS config: secret '" + name("certSecretRef") + "' ";
        if (certificate && !key) {
            return Optional.of(head + "contains 'tls.crt' but missing 'tls.key'");
        }
        if (key && !certificate) {
            return Optional.of(head + "contains 'tls.key' but missing 'tls.crt'");
        }
        return certificate || authority
                ? Optional.empty()
                : Optional.of(head + "must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'");
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
