package dev.drydock.kubernetes.schema;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/**
 * The types of all kinds of a server, built-in and custom.
 *
 * <p>Immutable; built-in types are read once for all servers and resolved on first use.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class SchemaTypes {

    private static final SchemaTypes BUILT_IN = new SchemaTypes();

    private SchemaTypes() {}

    /** The types of the built-in kinds of Kubernetes 1.36. */
    public static SchemaTypes builtIn() {
        return BUILT_IN;
    }

    /**
     * These types and a custom kind.
     *
     * @param openApiSchema the {@code openAPIV3Schema} of the kind's version; an empty map means that nothing is known
     */
    public SchemaTypes with(GroupVersionKind kind, MapNode openApiSchema) {
        throw new UnsupportedOperationException("in work");
    }

    /** These types without a custom kind. */
    public SchemaTypes without(GroupVersionKind kind) {
        throw new UnsupportedOperationException("in work");
    }
}
