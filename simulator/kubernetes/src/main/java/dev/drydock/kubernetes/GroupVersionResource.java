package dev.drydock.kubernetes;

import org.apiguardian.api.API;

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
}
