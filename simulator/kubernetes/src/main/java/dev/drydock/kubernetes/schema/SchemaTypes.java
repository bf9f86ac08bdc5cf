package dev.drydock.kubernetes.schema;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;

/**
 * The types of all kinds of a server, built-in and custom.
 *
 * <p>Immutable; built-in types are read once for all servers and resolved on first use.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class SchemaTypes {

    private final Map<GroupVersionKind, TypeRef> custom;

    private SchemaTypes(Map<GroupVersionKind, TypeRef> custom) {
        this.custom = custom;
    }

    /** Holds what all servers share; loaded on first use. */
    private static final class Shared {
        static final Definitions DEFINITIONS = Definitions.load();
        static final OpenApiTypes TYPES = new OpenApiTypes(DEFINITIONS);
        static final EmptyObjects EMPTY_OBJECTS = new EmptyObjects(DEFINITIONS);
        static final Map<GroupVersionKind, MapNode> EMPTY = new ConcurrentHashMap<>();
        static final SchemaTypes BUILT_IN = new SchemaTypes(Map.of());
    }

    /** The types of the built-in kinds of Kubernetes 1.36. */
    public static SchemaTypes builtIn() {
        return Shared.BUILT_IN;
    }

    /**
     * These types and a custom kind.
     *
     * @param openApiSchema the {@code openAPIV3Schema} of the kind's version; an empty map means that nothing is known
     */
    public SchemaTypes with(GroupVersionKind kind, MapNode openApiSchema) {
        Map<GroupVersionKind, TypeRef> more = new HashMap<>(custom);
        more.put(
                kind,
                openApiSchema.isEmpty()
                        ? TypeRef.DEDUCED
                        : new TypeRef(() -> Shared.TYPES.atom(CustomSchemas.published(openApiSchema), false)));
        return new SchemaTypes(more);
    }

    /** These types without a custom kind. */
    public SchemaTypes without(GroupVersionKind kind) {
        if (!custom.containsKey(kind)) {
            return this;
        }
        Map<GroupVersionKind, TypeRef> less = new HashMap<>(custom);
        less.remove(kind);
        return new SchemaTypes(less);
    }

    /** The type of a kind, or nothing when the server has no such kind. */
    public Optional<TypeRef> find(GroupVersionKind kind) {
        TypeRef type = custom.get(kind);
        if (type != null) {
            return Optional.of(type);
        }
        String name = Shared.DEFINITIONS.nameOf(kind);
        return name == null ? Optional.empty() : Optional.of(Shared.TYPES.named(name));
    }

    /** Whether the kind is built in, and so an object of it a Go struct upstream. */
    public boolean isBuiltIn(GroupVersionKind kind) {
        return !custom.containsKey(kind) && Shared.DEFINITIONS.nameOf(kind) != null;
    }

    /**
     * An object of a kind as it is before any of its fields are set: for a built-in kind the fields that the server always
     * sends, for a custom kind its type alone.
     */
    public MapNode emptyObject(GroupVersionKind kind) {
        String name = custom.containsKey(kind) ? null : Shared.DEFINITIONS.nameOf(kind);
        return name == null
                ? MapNode.of("apiVersion", kind.apiVersion(), "kind", kind.kind())
                : Shared.EMPTY.computeIfAbsent(
                        kind,
                        k -> Shared.EMPTY_OBJECTS
                                .of(name)
                                .with("apiVersion", k.apiVersion())
                                .with("kind", k.kind()));
    }

    /** The name of the definition of a built-in kind, or nothing. */
    public static Optional<String> definitionOf(GroupVersionKind kind) {
        return Optional.ofNullable(Shared.DEFINITIONS.nameOf(kind));
    }

    /** The name of the definition that a schema refers to, alone or as the only member of an allOf, or nothing. */
    public static Optional<String> referenceOf(MapNode schema) {
        return Optional.ofNullable(Definitions.referenceOf(schema));
    }

    /**
     * The OpenAPI definition of a built-in type, such as {@code io.k8s.api.core.v1.PodSpec}, or nothing.
     *
     * <p>References to other definitions are left as they are.
     */
    public static Optional<MapNode> definition(String name) {
        return Optional.ofNullable(Shared.DEFINITIONS.find(name));
    }
}
