package dev.drydock.kubernetes;

import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Name of an object within its kind.
 *
 * @param namespace namespace, empty for cluster-scoped objects
 * @param name name
 */
@API(status = API.Status.STABLE, since = "0.1")
public record NamespacedName(String namespace, String name) implements Comparable<NamespacedName> {

    /** The name that {@code namespace/name} or {@code name} spells. */
    public static NamespacedName parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new NamespacedName("", text)
                : new NamespacedName(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Namespace and name of an object, each empty when it has none. */
    public static NamespacedName of(Node object) {
        return new NamespacedName(object.findText("metadata", "namespace"), object.findText("metadata", "name"));
    }

    @Override
    public int compareTo(NamespacedName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** {@code namespace/name}, or the name alone. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    // Written out: a record's own methods are slow until a compiler has seen them, and these run everywhere.
    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof NamespacedName other
                        && name.equals(other.name)
                        && namespace.equals(other.namespace));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + namespace.hashCode();
    }
}
