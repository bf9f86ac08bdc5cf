package dev.drydock.kubernetes;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A collection of the API.
 *
 * @param group API group, empty for the core group
 * @param version version in the group
 * @param resource plural name in lower case
 */
@API(status = API.Status.STABLE, since = "0.1")
public record GroupVersionResource(String group, String version, String resource) {

    /** {@code group/version}, or the version alone in the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code resource.group}, or the resource alone in the core group; as error messages name it. */
    public String groupResource() {
        return group.isEmpty() ? resource : resource + "." + group;
    }

    // Written out: a record's own methods are slow until a compiler has seen them, and these run everywhere.
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof GroupVersionResource other
                        && resource.equals(other.resource)
                        && group.equals(other.group)
                        && version.equals(other.version));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * resource.hashCode() + group.hashCode()) + version.hashCode();
    }
}
