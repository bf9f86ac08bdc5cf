package dev.drydock.kubernetes;

import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The type of an object.
 *
 * @param group API group, empty for the core group
 * @param version version in the group
 * @param kind kind, in upper camel case
 */
@API(status = API.Status.STABLE, since = "0.1")
public record GroupVersionKind(String group, String version, String kind) {

    /** The type that {@code apiVersion} and {@code kind} of an object name. */
    public static GroupVersionKind of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new GroupVersionKind("", apiVersion, kind)
                : new GroupVersionKind(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    /** The type that an object, or a reference to one, says it has. */
    public static GroupVersionKind of(Node object) {
        return of(object.findText("apiVersion"), object.findText("kind"));
    }

    /** {@code group/version}, or the version alone in the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code kind.group}, or the kind alone in the core group. */
    public String groupKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    /** As Go prints it: {@code apps/v1, Kind=Deployment}. */
    @Override
    public String toString() {
        return (group.isEmpty() ? "/" + version : group + "/" + version) + ", Kind=" + kind;
    }

    // Written out: a record's own methods are slow until a compiler has seen them, and these run everywhere.
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof GroupVersionKind other
                        && kind.equals(other.kind)
                        && group.equals(other.group)
                        && version.equals(other.version));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + group.hashCode()) + version.hashCode();
    }
}
