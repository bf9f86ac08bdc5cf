package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Field ownership of one kind at one version and (sub)resource: server-side apply, and the tracking of every other write
 * (upstream's managedfields.FieldManager).
 *
 * <p>Immutable and free of state; one instance serves all requests of its kind. Objects are in the version of
 * {@code kind}, decoded and defaulted as the server answers them.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class FieldManagement {

    private final GroupVersionKind kind;
    private final String subresource;
    private final SchemaTypes types;
    private final ObjectConversion conversion;
    private final ResetFields resetFields;

    /**
     * Field management.
     *
     * @param kind the kind and version of the request
     * @param subresource empty for the main resource
     * @param types where the types of all versions are found
     */
    public FieldManagement(
            GroupVersionKind kind,
            String subresource,
            SchemaTypes types,
            ObjectConversion conversion,
            ResetFields resetFields) {
        this.kind = kind;
        this.subresource = subresource;
        this.types = types;
        this.conversion = conversion;
        this.resetFields = resetFields;
    }

    /**
     * Server-side apply.
     *
     * @param live the stored object, null when it is to be created
     * @param configuration what is applied, as read from the request, nulls kept
     * @param manager name of the manager
     * @param now the time of the request, cut to seconds here
     */
    public ApplyOutcome apply(
            @Nullable MapNode live, MapNode configuration, String manager, boolean force, Instant now) {
        throw new UnsupportedOperationException("in work: " + kind + subresource + types + conversion + resetFields);
    }

    /**
     * The managedFields of a write that is no apply (PUT, POST and the other patches).
     *
     * <p>To be called after decoding and defaulting, before admission; what admission changes is owned by nobody.
     *
     * @param live the stored object, null when it is created
     * @param updated the object as it is to be stored; its own managedFields count unless they are absent or null
     * @param manager name of the manager: see {@link #managerName}
     * @return the updated object with its new managedFields
     */
    public MapNode update(@Nullable MapNode live, MapNode updated, String manager, Instant now) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * The object to store: the times of its managedFields are put back when nothing but times differs from the stored
     * object, so that the write becomes a no-op (fieldmanager.IgnoreManagedFieldsTimestampsTransformer, the last
     * transformation before storing).
     */
    public static MapNode keepTimesOfNoChange(MapNode live, MapNode updated) {
        throw new UnsupportedOperationException("in work");
    }

    /**
     * The manager of a write that is no apply: the fieldManager parameter, or else the User-Agent up to the first slash,
     * printable characters only, at most 128 bytes.
     */
    public static String managerName(@Nullable String fieldManager, @Nullable String userAgent) {
        throw new UnsupportedOperationException("in work");
    }
}
