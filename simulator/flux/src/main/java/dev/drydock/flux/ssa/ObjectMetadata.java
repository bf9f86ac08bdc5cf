package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Identity of an object without its version, as inventories store it (cli-utils, objmetadata.go).
 *
 * @param namespace namespace, empty for none
 * @param name name
 * @param group API group, empty for the core group
 * @param kind kind
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ObjectMetadata(String namespace, String name, String group, String kind) {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final Set<String> WITH_COLONS = Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");

    /** The identity of an object. */
    public static ObjectMetadata of(Node object) {
        GroupVersionKind type = ObjectFields.type(object);
        return new ObjectMetadata(ObjectFields.namespace(object), ObjectFields.name(object), type.group(), type.kind());
    }

    /**
     * The identity that an inventory id spells.
     *
     * @throws InvalidInventoryException when the id has fewer than three separators
     */
    public static ObjectMetadata parse(String id) {
        int first = id.indexOf('_');
        String namespace = id.substring(0, checked(first, id));
        String rest = id.substring(first + 1);
        int last = rest.lastIndexOf('_');
        String kind = rest.substring(checked(last, rest) + 1);
        rest = rest.substring(0, last);
        int middle = rest.lastIndexOf('_');
        String group = rest.substring(checked(middle, rest) + 1);
        return new ObjectMetadata(namespace, rest.substring(0, middle).replace("__", ":"), group, kind);
    }

    private static int checked(int index, String rest) {
        if (index < 0) {
            throw new InvalidInventoryException("unable to parse stored object metadata: " + rest);
        }
        return index;
    }

    /** The inventory id; colons of RBAC names are written as two underscores. */
    public String id() {
        String encoded = group.equals(RBAC) && WITH_COLONS.contains(kind) ? name.replace(":", "__") : name;
        return namespace + "_" + encoded + "_" + group + "_" + kind;
    }

    /** {@code Kind/namespace/name}, or {@code Kind/name} without a namespace. */
    public String subject() {
        return kind + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    /** An object that has nothing but this identity. */
    public MapNode toObject(String version) {
        MapNode metadata =
                namespace.isEmpty() ? MapNode.of("name", name) : MapNode.of("name", name, "namespace", namespace);
        return MapNode.of(
                "apiVersion",
                new GroupVersionKind(group, version, kind).apiVersion(),
                "kind",
                kind,
                "metadata",
                metadata);
    }
}
