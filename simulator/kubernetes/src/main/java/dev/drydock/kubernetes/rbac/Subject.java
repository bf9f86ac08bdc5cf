package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Whom a binding grants its role.
 *
 * @param kind {@code User}, {@code Group} or {@code ServiceAccount}
 * @param namespace namespace of a ServiceAccount; empty for that of the binding
 * @param name name
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Subject(String kind, String namespace, String name) {

    static Subject of(Node subject) {
        return new Subject(
                text(subject.findString("kind")),
                text(subject.findString("namespace")),
                text(subject.findString("name")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Whether this subject of a binding in a namespace (empty: cluster-wide) is the user, or a group of the user. */
    boolean matches(UserInfo user, String bindingNamespace) {
        return switch (kind) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" -> {
                String home = home(bindingNamespace);
                yield !home.isEmpty() && user.name().equals(userName(home));
            }
            default -> false;
        };
    }

    private String home(String bindingNamespace) {
        return namespace.isEmpty() ? bindingNamespace : namespace;
    }

    private String userName(String home) {
        return "system:serviceaccount:" + home + ":" + name;
    }

    /** Under which user or group a binding in a namespace finds this subject, or null when it can match nobody. */
    @Nullable
    SubjectKey key(String bindingNamespace) {
        return switch (kind) {
            case "User" -> new SubjectKey(bindingNamespace, false, name);
            case "Group" -> new SubjectKey(bindingNamespace, true, name);
            case "ServiceAccount" -> {
                String home = home(bindingNamespace);
                yield home.isEmpty() ? null : new SubjectKey(bindingNamespace, false, userName(home));
            }
            default -> null;
        };
    }

    /** As reasons print it: a ServiceAccount with its name before its namespace. */
    String describe(String bindingNamespace) {
        return kind + " " + GoQuote.quote(kind.equals("ServiceAccount") ? name + "/" + home(bindingNamespace) : name);
    }
}
