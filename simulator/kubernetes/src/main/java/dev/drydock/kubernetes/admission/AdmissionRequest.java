package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A write as admission sees it.
 *
 * @param operation what is to be done
 * @param user who does it, after impersonation
 * @param kind kind of the object
 * @param resource collection of the object
 * @param subresource subresource, or empty
 * @param namespace namespace, or empty
 * @param name name of the object; for a creation that of the object or, when it has none yet, its generateName
 * @param object the object to be stored; null for a deletion
 * @param old the stored object; null for a creation
 * @param dryRun whether nothing will be stored
 * @param cluster what the cluster holds at this moment
 */
@API(status = API.Status.STABLE, since = "0.1")
public record AdmissionRequest(
        Operation operation,
        UserInfo user,
        GroupVersionKind kind,
        GroupVersionResource resource,
        String subresource,
        String namespace,
        String name,
        @Nullable MapNode object,
        @Nullable MapNode old,
        boolean dryRun,
        ClusterView cluster) {

    /** What is to be done. */
    public enum Operation {
        /** A new object is stored. */
        CREATE,
        /** An object is replaced. */
        UPDATE,
        /** An object is deleted. */
        DELETE,
        /** Something else is asked of an object, such as exec. */
        CONNECT
    }

    /** The same with another object. */
    public AdmissionRequest withObject(MapNode other) {
        return new AdmissionRequest(
                operation, user, kind, resource, subresource, namespace, name, other, old, dryRun, cluster);
    }

    /** The object of a write that has one. */
    public MapNode written() {
        return object == null ? MapNode.EMPTY : object;
    }

    /** Whether this is a write of the object itself of a resource. */
    public boolean isFor(String groupResource) {
        return subresource.isEmpty() && resource.groupResource().equals(groupResource);
    }

    /** Whether this creates an object of a resource. */
    public boolean creates(String groupResource) {
        return operation == Operation.CREATE && isFor(groupResource);
    }
}
