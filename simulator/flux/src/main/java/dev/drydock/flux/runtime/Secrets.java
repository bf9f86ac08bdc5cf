package dev.drydock.flux.runtime;

import dev.drydock.cel.kubernetes.GoUrl;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Secrets that Flux objects name, and what their contents must be (fluxcd/pkg runtime/secrets). The static methods look
 * at a Secret that was read already.
 *
 * @param client reads them
 */
public record Secrets(Client client) {

    /** The kind. */
    public static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");

    private static final GroupVersionKind SERVICE_ACCOUNT = new GroupVersionKind("", "v1", "ServiceAccount");
    private static final int LONGEST_PROXY = 2_048;
    private static final List<String> PROXY_SCHEMES = List.of("http", "https", "socks5");
    private static final int NOT_FOUND = 404;

    /** What the server answers. */
    public ApiResponse read(NamespacedName name) {
        return client.get(SECRET, name);
    }

    /** The Secret, if it can be read. */
    public Optional<MapNode> find(NamespacedName name) {
        ApiResponse response = read(name);
        return response.isSuccess() ? Optional.of(response.object()) : Optional.empty();
    }

    /**
     * The Secret.
     *
     * @throws SecretException when it cannot be read
     */
    public MapNode get(NamespacedName name) {
        ApiResponse response = read(name);
        if (!response.isSuccess()) {
            throw new SecretException(
                    response.code() == NOT_FOUND
                            ? "secret '" + name + "' not found"
                            : "failed to get secret '" + name + "': " + response.message());
        }
        return response.object();
    }

    /**
     * The Secrets that a ServiceAccount pulls images with.
     *
     * @throws SecretException when the account or one of them cannot be read
     */
    public List<MapNode> ofServiceAccount(NamespacedName account) {
        ApiResponse response = client.get(SERVICE_ACCOUNT, account);
        if (!response.isSuccess()) {
            throw new SecretException(
                    response.code() == NOT_FOUND
                            ? "serviceaccount '" + account + "' not found"
                            : "failed to get serviceaccount '" + account + "': " + response.message());
        }
        return response.object().findList("imagePullSecrets").stream()
                .map(reference -> new NamespacedName(account.namespace(), reference.findText("name")))
                .map(name -> {
                    try {
                        return get(name);
                    } catch (SecretException e) {
                        throw new SecretException("failed to get image pull secret for serviceaccount '" + account
                                + "': " + e.getMessage());
                    }
                })
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * Looks at something and says with which aim when it cannot be used.
     *
     * @param prefix what stands before the words of the check
     * @throws SecretException when the check throws one
     */
    public static void checking(String prefix, Runnable check) {
        try {
            check.run();
        } catch (SecretException e) {
            throw new SecretException(prefix + e.getMessage());
        }
    }

    /** Whether a Secret has a key, be its value empty or not. */
    public static boolean has(MapNode secret, String key) {
        return secret.findMap("data").has(key);
    }

    /** The text under a key, empty when there is none. */
    public static String text(MapNode secret, String key) {
        return new String(bytes(secret, key), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(MapNode secret, String key) {
        try {
            return Base64.getDecoder().decode(secret.findText("data", key));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * Looks at the proxy of a Secret.
     *
     * @throws SecretException when it has none that can be used
     */
    public static void checkProxy(MapNode secret) {
        NamespacedName name = NamespacedName.of(secret);
        String address = text(secret, "address");
        String problem = "";
        if (!has(secret, "address")) {
            problem = "key 'address' not found";
        } else if (address.isEmpty()) {
            problem = "proxy address is empty";
        } else if (bytes(secret, "address").length > LONGEST_PROXY) {
            problem = "proxy URL exceeds maximum length of " + LONGEST_PROXY + " characters";
        } else {
            problem = proxyProblem(address);
        }
        if (!problem.isEmpty()) {
            throw new SecretException("secret '" + name + "': " + problem);
        }
    }

    private static String proxyProblem(String address) {
        try {
            String scheme = GoUrl.parse(address).scheme();
            return PROXY_SCHEMES.contains(scheme)
                    ? ""
                    : "proxy URL must use one of the supported schemes (" + String.join(", ", PROXY_SCHEMES)
                            + "), got '" + scheme + "'";
        } catch (IllegalArgumentException e) {
            return "failed to parse proxy address '" + address + "': " + e.getMessage();
        }
    }

    /**
     * Looks at the user name and the password of a Secret, of which it has both or neither.
     *
     * @throws SecretException when it has one of them
     */
    public static void checkLogin(MapNode secret) {
        boolean user = has(secret, "username");
        if (user != has(secret, "password")) {
            throw new SecretException("secret '" + NamespacedName.of(secret) + "': malformed basic auth - has '"
                    + (user ? "username" : "password") + "' but missing '" + (user ? "password" : "username") + "'");
        }
    }

    /**
     * Looks at every way to log in that a Secret may hold; certificates of which a part is missing do not count.
     *
     * @throws SecretException when one of them cannot be used
     */
    public static void checkAuthentication(MapNode secret) {
        checkLogin(secret);
        TlsSecret tls = TlsSecret.of(secret);
        if (tls.isComplete()) {
            tls.check();
        }
    }

    /**
     * Looks at the certificates of a Secret: a pair for the client, authorities, or both.
     *
     * @throws SecretException when they cannot be used
     */
    public static void checkTls(MapNode secret) {
        TlsSecret.of(secret).check();
    }
}
