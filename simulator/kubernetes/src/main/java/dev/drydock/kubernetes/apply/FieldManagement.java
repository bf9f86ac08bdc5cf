package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    private static final String BEFORE_FIRST_APPLY = "before-first-apply";

    /** Stands for the manager of the request while changes are compared, so that his earlier fields can be lost too. */
    private static final ManagerId CURRENT = ManagerId.of("current-operation", false, "", "");

    /** What nobody ever owns (managedfields/internal/stripmeta.go). */
    private static final FieldSet NEVER_OWNED = FieldSet.ofFields(
            new String[] {"apiVersion"},
            new String[] {"kind"},
            new String[] {"metadata"},
            new String[] {"metadata", "name"},
            new String[] {"metadata", "namespace"},
            new String[] {"metadata", "creationTimestamp"},
            new String[] {"metadata", "selfLink"},
            new String[] {"metadata", "uid"},
            new String[] {"metadata", "clusterName"},
            new String[] {"metadata", "generation"},
            new String[] {"metadata", "managedFields"},
            new String[] {"metadata", "resourceVersion"});

    private final GroupVersionKind kind;
    private final String apiVersion;
    private final String subresource;
    private final SchemaTypes types;
    private final ObjectConversion conversion;
    private final Updater updater;

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
        this.apiVersion = kind.apiVersion();
        this.subresource = subresource;
        this.types = types;
        this.conversion = conversion;
        this.updater = new Updater(new KindVersions(kind, types, conversion), resetFields::at);
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
        GroupVersionKind given = GroupVersionKind.of(
                orEmpty(configuration.findString("apiVersion")), orEmpty(configuration.findString("kind")));
        if (!given.equals(kind)) {
            return refused(400, "BadRequest", "invalid object type: " + given);
        }
        MapNode before = live == null ? MapNode.of("apiVersion", apiVersion, "kind", kind.kind()) : live;
        Map<ManagerId, Ownership> owners;
        try {
            owners = ManagedFields.decode(before.findList("metadata", "managedFields"));
        } catch (IllegalArgumentException e) {
            return refused(500, "", "failed to decode managed fields: " + e.getMessage());
        }
        if (owners.isEmpty() && live != null) {
            before = ManagedFields.without(live);
            track(emptyObject(), before, owners, BEFORE_FIRST_APPLY, now);
        }
        try {
            return apply(before, configuration, owners, manager, force, now);
        } catch (UnconvertibleException e) {
            return refused(500, "", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refused(500, "", "failed to compare objects: " + e.getMessage());
        }
    }

    private ApplyOutcome apply(
            MapNode live,
            MapNode configuration,
            Map<ManagerId, Ownership> owners,
            String manager,
            boolean force,
            Instant now) {
        Node managedFields = configuration.find("metadata", "managedFields");
        if (managedFields != null && !managedFields.isNull()) {
            return refused(400, "BadRequest", "metadata.managedFields must be nil");
        }
        TypeRef type = types.find(kind).orElse(TypeRef.DEDUCED);
        Optional<String> problem = TypeCheck.problem(configuration, type, false);
        if (problem.isPresent()) {
            return refused(
                    500, "", "failed to create typed patch object (" + name(configuration) + "): " + problem.get());
        }
        // what is stored of a built-in kind is of its Go type; a custom schema may have changed since
        problem = types.isBuiltIn(kind) ? Optional.empty() : TypeCheck.problem(live, type, true);
        if (problem.isPresent()) {
            return refused(500, "", "failed to create typed live object (" + name(live) + "): " + problem.get());
        }
        ManagerId self = id(manager, true);
        Updater.Result result;
        try {
            result = updater.apply(live, configuration, apiVersion, owners, self, force);
        } catch (Updater.ConflictException e) {
            if (!manager.equals(LastApplied.MANAGER)) {
                return new ApplyOutcome.Refused(Conflicts.status(e.conflicts()));
            }
            Map<ManagerId, FieldSet> left = LastApplied.withoutAllowed(e.conflicts(), live, type, apiVersion);
            return left.isEmpty()
                    ? apply(live, configuration, owners, manager, true, now)
                    : new ApplyOutcome.Refused(Conflicts.status(left));
        }
        Map<ManagerId, Ownership> after = result.owners();
        strip(after, self);
        MapNode object = ManagedFields.without(live);
        if (result.object() != null) {
            after.computeIfPresent(self, (id, ownership) -> ownership.at(ManagedFields.format(now)));
            try {
                object = conversion.decode(ManagedFields.without(result.object()));
            } catch (ObjectConversion.ConversionException e) {
                return refused(
                        500,
                        "",
                        "failed to convert new object (" + name(configuration) + ") to proper version: "
                                + e.prefix(kind) + e.getMessage());
            }
        }
        if (manager.equals(LastApplied.MANAGER)) {
            object = LastApplied.refresh(object, configuration);
        }
        return new ApplyOutcome.Merged(ManagedFields.write(object, after));
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
        Node given = updated.find("metadata", "managedFields");
        ListNode stored = live == null ? ListNode.EMPTY : live.findList("metadata", "managedFields");
        Map<ManagerId, Ownership> owners = ownersBefore(stored, given);
        MapNode plain = ManagedFields.without(updated);
        if (owners.isEmpty() && live != null) {
            return plain; // nobody is tracked until the next apply
        }
        TypeRef type = types.find(kind).orElse(TypeRef.DEDUCED);
        if (TypeCheck.problem(plain, type, true).isPresent()) {
            return withManagers(plain, stored);
        }
        try {
            track(live == null ? emptyObject() : live, plain, owners, manager, now);
        } catch (UnconvertibleException e) {
            return plain; // nobody owns what some owner's version cannot hold (UpdateNoErrors)
        } catch (IllegalArgumentException e) {
            return withManagers(plain, stored);
        }
        return ManagedFields.write(plain, owners);
    }

    /** What cannot be understood keeps its owners (UpdateNoErrors). */
    private static MapNode withManagers(MapNode plain, ListNode stored) {
        return stored.isEmpty()
                ? plain
                : plain.with("metadata", plain.findMap("metadata").with("managedFields", stored));
    }

    private Map<ManagerId, Ownership> ownersBefore(ListNode stored, @Nullable Node given) {
        if (subresource.isEmpty()) {
            if (ManagedFields.isReset(given)) {
                return new LinkedHashMap<>();
            }
            if (given instanceof ListNode list) {
                try {
                    return ManagedFields.decode(list);
                } catch (IllegalArgumentException e) {
                    // what cannot be read is as if it had not been sent
                }
            }
        }
        try {
            return ManagedFields.decode(stored);
        } catch (IllegalArgumentException e) {
            return new LinkedHashMap<>();
        }
    }

    /** Notes a write of an updating manager; the owners are changed in place. */
    private void track(MapNode live, MapNode updated, Map<ManagerId, Ownership> owners, String manager, Instant now) {
        Map<ManagerId, Ownership> after = updater.update(live, updated, apiVersion, owners, CURRENT);
        strip(after, CURRENT);
        Ownership changed = after.remove(CURRENT);
        if (changed != null) {
            ManagerId self = id(manager, false);
            Ownership previous = after.get(self);
            FieldSet fields =
                    previous == null ? changed.fields() : changed.fields().union(previous.fields());
            after.put(self, new Ownership(fields, apiVersion, ManagedFields.format(now)));
        }
        UpdateCap.enforce(after);
        owners.clear();
        owners.putAll(after);
    }

    private static void strip(Map<ManagerId, Ownership> owners, ManagerId id) {
        Ownership ownership = owners.get(id);
        if (ownership != null) {
            FieldSet fields = ownership.fields().difference(NEVER_OWNED);
            if (fields.isEmpty()) {
                owners.remove(id);
            } else {
                owners.put(id, ownership.with(fields));
            }
        }
    }

    private MapNode emptyObject() {
        return types.emptyObject(kind);
    }

    private ManagerId id(String manager, boolean apply) {
        return ManagerId.of(manager.isEmpty() ? "unknown" : manager, apply, apiVersion, subresource);
    }

    private String name(MapNode object) {
        return orEmpty(object.findString("metadata", "namespace")) + "/"
                + orEmpty(object.findString("metadata", "name")) + "; " + kind;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ApplyOutcome refused(int code, String reason, String message) {
        return new ApplyOutcome.Refused(new Status(code, reason, message, null));
    }

    /**
     * The object to store: the times of its managedFields are put back when nothing but times differs from the stored
     * object, so that the write becomes a no-op (fieldmanager.IgnoreManagedFieldsTimestampsTransformer; to be called after
     * the strategy's preparation for update and before validation).
     */
    public static MapNode keepTimesOfNoChange(MapNode live, MapNode updated) {
        ListNode before = live.findList("metadata", "managedFields");
        ListNode after = updated.findList("metadata", "managedFields");
        if (before.size() != after.size() || after.isEmpty() || before.equals(after)) {
            return updated;
        }
        for (int i = 0; i < after.size(); i++) {
            if (!timeless(before.get(i)).equals(timeless(after.get(i)))) {
                return updated;
            }
        }
        return ManagedFields.without(live).equals(ManagedFields.without(updated))
                ? updated.with("metadata", updated.findMap("metadata").with("managedFields", before))
                : updated;
    }

    private static Node timeless(Node entry) {
        return entry instanceof MapNode map ? map.without("time") : entry;
    }

    /**
     * The manager of a write that is no apply: the fieldManager parameter, or else the User-Agent up to the first slash,
     * printable characters only, at most 128 bytes.
     */
    public static String managerName(@Nullable String fieldManager, @Nullable String userAgent) {
        if (fieldManager != null && !fieldManager.isEmpty()) {
            return fieldManager;
        }
        String agent = orEmpty(userAgent);
        int slash = agent.indexOf('/');
        String prefix = slash < 0 ? agent : agent.substring(0, slash);
        StringBuilder name = new StringBuilder();
        int bytes = 0;
        for (int c : prefix.codePoints().toArray()) {
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes + size > 128) {
                break;
            }
            if (GoQuote.isPrintable(c)) {
                name.appendCodePoint(c);
                bytes += size;
            }
        }
        return name.toString();
    }
}
