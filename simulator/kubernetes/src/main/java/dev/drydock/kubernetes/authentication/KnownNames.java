package dev.drydock.kubernetes.authentication;

import dev.drydock.kubernetes.NamespacedName;
import java.util.Optional;
import java.util.regex.Pattern;

/** User names with a meaning: those of ServiceAccounts and of nodes. */
final class KnownNames {

    static final String ANONYMOUS = "system:anonymous";
    static final String AUTHENTICATED = "system:authenticated";
    static final String UNAUTHENTICATED = "system:unauthenticated";
    static final String NODES = "system:nodes";
    static final String SUPERUSERS = "system:masters";

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String NODE = "system:node:";

    private KnownNames() {}

    /** The ServiceAccount whose user name this is (upstream {@code serviceaccount.SplitUsername}). */
    static Optional<NamespacedName> serviceAccount(String user) {
        if (!user.startsWith(ACCOUNT)) {
            return Optional.empty();
        }
        String[] parts = user.substring(ACCOUNT.length()).split(":", -1);
        return parts.length == 2 && isLabel(parts[0]) && isSubdomain(parts[1])
                ? Optional.of(new NamespacedName(parts[0], parts[1]))
                : Optional.empty();
    }

    /** The node whose user name this is. */
    static Optional<String> node(String user) {
        String name = user.startsWith(NODE) ? user.substring(NODE.length()) : "";
        return isSubdomain(name) ? Optional.of(name) : Optional.empty();
    }

    static boolean isSubdomain(String name) {
        return name.length() <= 253 && DNS_SUBDOMAIN.matcher(name).matches();
    }

    private static boolean isLabel(String name) {
        return name.length() <= 63 && DNS_LABEL.matcher(name).matches();
    }
}
