package dev.drydock.kubernetes.rbac;

import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The role that a binding grants.
 *
 * @param apiGroup API group of the role
 * @param kind {@code Role} or {@code ClusterRole}
 * @param name name of the role
 */
@API(status = API.Status.STABLE, since = "0.1")
public record RoleRef(String apiGroup, String kind, String name) {

    static RoleRef of(Node binding) {
        return new RoleRef(
                text(binding.findString("roleRef", "apiGroup")),
                text(binding.findString("roleRef", "kind")),
                text(binding.findString("roleRef", "name")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** {@code ClusterRole edit}, for explanations. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
