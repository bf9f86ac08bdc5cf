package dev.drydock.kustomize.identity;

/**
 * What an object is called: group, version, kind, name and namespace.
 *
 * @param clusterScoped whether kustomize knows the kind to be cluster-scoped; previous ids never claim it
 */
public record ResId(Gvk gvk, String name, String namespace, boolean clusterScoped) {

    /** The namespace of objects that cannot have one. */
    public static final String NOT_A_NAMESPACE = "_non_namespaceable_";

    /** The namespace that is compared: the missing one is {@code default}. */
    public String effectiveNamespace() {
        if (clusterScoped) {
            return NOT_A_NAMESPACE;
        }
        return namespace.isEmpty() ? "default" : namespace;
    }

    /** Whether group, version, kind and name are equal. */
    public boolean sameGvkAndName(ResId other) {
        return name.equals(other.name) && gvk.equals(other.gvk);
    }

    /** Whether both mean one object. */
    public boolean matches(ResId other) {
        return sameGvkAndName(other) && effectiveNamespace().equals(other.effectiveNamespace());
    }

    /** The key under which equal ids are found. */
    public Key key() {
        return new Key(gvk, name, effectiveNamespace());
    }

    /** Equality of ids as a value. */
    public record Key(Gvk gvk, String name, String namespace) {}

    /** Whether every part that the selector gives is equal. */
    public boolean isSelectedBy(ResId selector) {
        return (selector.name.isEmpty() || selector.name.equals(name))
                && (selector.namespace.isEmpty()
                        || selector.effectiveNamespace().equals(effectiveNamespace()))
                && gvk.isSelectedBy(selector.gvk);
    }

    /** {@code Kind.version.group/name.namespace} with words for empty parts. */
    @Override
    public String toString() {
        return gvk + "/" + (name.isEmpty() ? "[noName]" : name) + "." + (namespace.isEmpty() ? "[noNs]" : namespace);
    }

    /** As Go's {@code %#v} prints it. */
    public String goSyntax() {
        return "resid.ResId{Gvk:resid.Gvk{Group:\"" + gvk.group() + "\", Version:\"" + gvk.version() + "\", Kind:\""
                + gvk.kind() + "\", isClusterScoped:" + clusterScoped + "}, Name:\"" + name + "\", Namespace:\""
                + namespace + "\"}";
    }
}
