package dev.drydock.scenario.parse;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the names that a scenario file uses, as far as the text alone shows it. */
final class Words {

    /** The reasons of apimachinery's meta/v1, types.go. */
    static final List<String> REASONS = List.of(
            "Unauthorized",
            "Forbidden",
            "NotFound",
            "AlreadyExists",
            "Conflict",
            "Gone",
            "Invalid",
            "ServerTimeout",
            "StoreReadError",
            "Timeout",
            "TooManyRequests",
            "BadRequest",
            "MethodNotAllowed",
            "NotAcceptable",
            "RequestEntityTooLarge",
            "UnsupportedMediaType",
            "InternalError",
            "Expired",
            "ServiceUnavailable");

    /** The operations of RFC 6902. */
    static final List<String> PATCHES = List.of("add", "remove", "replace", "move", "copy", "test");

    private static final String ACCOUNTS = "serviceaccount";
    private static final int USER_PARTS = 4;
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://[^\\s/?#]+([/?#]\\S*)?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?)*\\.?");

    private Words() {}

    /** What is wrong with a user name, or null; names of the API server's own begin with {@code system:}. */
    static @Nullable String user(String user) {
        String[] parts = user.split(":", -1);
        if (parts.length < 2 || !parts[0].equals("system")) {
            return null;
        }
        String expected = "system:serviceaccount:NAMESPACE:NAME is expected, found \"" + user + "\"";
        if (!parts[1].equals(ACCOUNTS)) {
            boolean isNear =
                    parts.length > 2 && Nearest.of(parts[1], List.of(ACCOUNTS)).isPresent();
            parts[1] = ACCOUNTS;
            return isNear ? expected + "; did you mean \"" + String.join(":", parts) + "\"?" : null;
        }
        if (parts.length != USER_PARTS) {
            return expected;
        }
        List<String> namespace = NameRules.dnsLabel(parts[2]);
        List<String> name = NameRules.dnsSubdomain(parts[USER_PARTS - 1]);
        return !namespace.isEmpty()
                ? expected + ", whose namespace is no name: " + String.join(", ", namespace)
                : name.isEmpty() ? null : expected + ", whose name is none: " + String.join(", ", name);
    }

    /** What is wrong with the name of a namespace, or null. */
    static @Nullable String namespace(String name) {
        return wrong("namespace", name, NameRules.dnsLabel(name));
    }

    /** What is wrong with the name of an object of a group, or null. */
    static @Nullable String object(String group, String kind, String name) {
        boolean isFree = group.equals("rbac.authorization.k8s.io")
                || group.equals("certificates.k8s.io")
                || kind.equals("PodDisruptionBudget")
                || kind.equals("IPAddress");
        return wrong("object", name, isFree ? NameRules.pathSegment(name) : NameRules.dnsSubdomain(name));
    }

    private static @Nullable String wrong(String what, String name, List<String> problems) {
        return problems.isEmpty()
                ? null
                : "no " + what + " can be called \"" + name + "\": " + String.join(", ", problems);
    }

    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    static boolean isDomain(String text) {
        return text.length() <= 253 && DOMAIN.matcher(text).matches();
    }
}
