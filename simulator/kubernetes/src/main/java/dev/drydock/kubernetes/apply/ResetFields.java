package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionResource;
import org.apiguardian.api.API;

/**
 * The fields that a resource or subresource resets on every write, which nobody can own through it: status on the main
 * resource, everything but status on the status subresource (rest.ResetFieldsStrategy upstream).
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ResetFields {

    /** Nothing is reset. */
    public static final ResetFields NONE = new ResetFields();

    private ResetFields() {}

    /**
     * The reset fields of a built-in resource.
     *
     * @param subresource empty for the main resource
     */
    public static ResetFields of(GroupVersionResource resource, String subresource) {
        return NONE;
    }

    /**
     * The reset fields of a custom resource.
     *
     * @param statusSubresource whether the version serves a status subresource
     * @param subresource empty for the main resource
     */
    public static ResetFields ofCustomResource(boolean statusSubresource, String subresource) {
        return NONE;
    }
}
