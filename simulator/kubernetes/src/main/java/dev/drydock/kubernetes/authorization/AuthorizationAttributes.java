package dev.drydock.kubernetes.authorization;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import org.apiguardian.api.API;

/**
 * What a user wants to do, as authorizers see it: known from the URL, the method and the query alone.
 *
 * <p>Absent parts are empty texts. Verbs are texts because rules know more of them than requests do ({@code bind},
 * {@code escalate}, {@code impersonate} …).
 *
 * @param user who asks
 * @param verb what is to be done; empty for methods that have no verb, such as OPTIONS
 * @param group API group, empty for the core group
 * @param version version in the group
 * @param resource plural name of the resource
 * @param subresource subresource
 * @param namespace namespace
 * @param name name of the object
 * @param path URL path of a request that is about no resource
 * @param isResourceRequest whether this is about a resource
 */
@API(status = API.Status.STABLE, since = "0.1")
public record AuthorizationAttributes(
        UserInfo user,
        String verb,
        String group,
        String version,
        String resource,
        String subresource,
        String namespace,
        String name,
        String path,
        boolean isResourceRequest) {

    /** Attributes of a request for a resource. */
    public static AuthorizationAttributes resource(
            UserInfo user,
            String verb,
            GroupVersionResource resource,
            String subresource,
            String namespace,
            String name) {
        return new AuthorizationAttributes(
                user,
                verb,
                resource.group(),
                resource.version(),
                resource.resource(),
                subresource,
                namespace,
                name,
                "",
                true);
    }

    /** Attributes of a request for a URL that is no resource. */
    public static AuthorizationAttributes path(UserInfo user, String verb, String path) {
        return new AuthorizationAttributes(user, verb, "", "", "", "", "", "", path, false);
    }

    /** The same asked by another user. */
    public AuthorizationAttributes withUser(UserInfo other) {
        return new AuthorizationAttributes(
                other, verb, group, version, resource, subresource, namespace, name, path, isResourceRequest);
    }

    /** The same with another verb. */
    public AuthorizationAttributes withVerb(String other) {
        return new AuthorizationAttributes(
                user, other, group, version, resource, subresource, namespace, name, path, isResourceRequest);
    }

    /** {@code resource} or {@code resource/subresource}, as rules and messages spell it. */
    public String qualifiedResource() {
        return subresource.isEmpty() ? resource : resource + "/" + subresource;
    }
}
