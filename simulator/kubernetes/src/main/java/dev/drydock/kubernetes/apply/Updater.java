package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.MapNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what after a write (merge/update.go). The maps of owners that are given are changed in place.
 *
 * @param versions the object in another version, with its type
 * @param ignored the reset fields of a version
 */
record Updater(Versions versions, Function<String, FieldSet> ignored) {

    /** An object and its type at one version. */
    record Typed(MapNode object, TypeRef type) {}

    /** How objects change their version. */
    interface Versions {
        /** The object at a version, or nothing when there is no such version. */
        Optional<Typed> convert(MapNode object, String apiVersion);

        /** The type at a version, or nothing when there is none. */
        Optional<TypeRef> typeAt(String apiVersion);
    }

    /** Fields that others own and that an apply without force would change. */
    static final class ConflictException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Map<ManagerId, FieldSet> conflicts;

        ConflictException(Map<ManagerId, FieldSet> conflicts) {
            super("conflicts", null, false, false);
            this.conflicts = conflicts;
        }

        Map<ManagerId, FieldSet> conflicts() {
            return conflicts;
        }
    }

    /**
     * The merged object and its owners.
     *
     * @param object null when the apply changes no value
     */
    record Result(@Nullable MapNode object, Map<ManagerId, Ownership> owners) {}

    /** The owners after an object was written as it is. */
    Map<ManagerId, Ownership> update(
            MapNode live, MapNode updated, String version, Map<ManagerId, Ownership> owners, ManagerId self) {
        Map<ManagerId, Ownership> reconciled = reconcile(owners);
        Comparison changes;
        try {
            changes = change(live, updated, version, reconciled, self, true);
        } catch (ConflictException e) {
            throw new IllegalStateException("forced updates have no conflicts", e);
        }
        Ownership own = reconciled.getOrDefault(self, new Ownership(FieldSet.EMPTY, version, null));
        FieldSet fields = own.fields()
                .difference(changes.removed())
                .union(changes.modified())
                .union(changes.added())
                .recursiveDifference(ignored.apply(version));
        if (fields.isEmpty()) {
            reconciled.remove(self);
        } else {
            reconciled.put(self, new Ownership(fields, version, own.time()));
        }
        return reconciled;
    }

    /**
     * The outcome of an apply.
     *
     * @throws ConflictException when others own what would change and there is no force
     */
    Result apply(
            MapNode live,
            MapNode configuration,
            String version,
            Map<ManagerId, Ownership> owners,
            ManagerId self,
            boolean force)
            throws ConflictException {
        Map<ManagerId, Ownership> reconciled = reconcile(owners);
        TypeRef type = versions.typeAt(version).orElse(TypeRef.DEDUCED);
        MapNode merged = (MapNode) Merging.merge(live, configuration, type);
        Ownership last = reconciled.get(self);
        FieldSet fields = FieldSets.of(configuration, type).recursiveDifference(ignored.apply(version));
        if (last != null && last.fields().equals(fields)) {
            fields = last.fields();
        }
        reconciled.put(self, new Ownership(fields, version, last == null ? null : last.time()));
        if (last != null) {
            merged = new Pruning(versions, reconciled).prune(merged, last, fields, version);
        }
        change(live, merged, version, reconciled, self, force);
        return new Result(Values.same(live, merged) ? null : merged, reconciled);
    }

    private Map<ManagerId, Ownership> reconcile(Map<ManagerId, Ownership> owners) {
        Map<ManagerId, Ownership> result = new LinkedHashMap<>();
        owners.forEach((id, ownership) -> versions.typeAt(ownership.apiVersion())
                .ifPresent(type -> result.put(id, ownership.with(SchemaChanges.reconcile(ownership.fields(), type)))));
        return result;
    }

    /** Takes changed and removed fields from all others. */
    private Comparison change(
            MapNode live,
            MapNode updated,
            String version,
            Map<ManagerId, Ownership> owners,
            ManagerId self,
            boolean force)
            throws ConflictException {
        TypeRef type = versions.typeAt(version).orElse(TypeRef.DEDUCED);
        Comparison own = Comparison.of(live, updated, type);
        Map<String, Comparison> byVersion = new HashMap<>();
        byVersion.put(version, own.without(ignored.apply(version)));
        Map<ManagerId, FieldSet> conflicts = new LinkedHashMap<>();
        Map<ManagerId, FieldSet> removed = new LinkedHashMap<>();
        for (Iterator<Map.Entry<ManagerId, Ownership>> i = owners.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<ManagerId, Ownership> owner = i.next();
            if (owner.getKey().equals(self)) {
                continue;
            }
            String ownersVersion = owner.getValue().apiVersion();
            Comparison changes = byVersion.get(ownersVersion);
            if (changes == null) {
                Optional<Typed> before =
                        UnconvertibleException.convert(versions, live, ownersVersion, "failed to convert old object");
                Optional<Typed> after = UnconvertibleException.convert(
                        versions, updated, ownersVersion, "failed to convert new object");
                if (before.isEmpty() || after.isEmpty()) {
                    i.remove(); // the version is no longer served
                    continue;
                }
                changes = Comparison.of(
                                before.get().object(),
                                after.get().object(),
                                before.get().type())
                        .without(ignored.apply(ownersVersion));
                byVersion.put(ownersVersion, changes);
            }
            FieldSet fields = owner.getValue().fields();
            FieldSet taken = fields.intersection(changes.modified().union(changes.added()));
            if (!taken.isEmpty()) {
                conflicts.put(owner.getKey(), taken);
            }
            if (!changes.removed().isEmpty()) {
                removed.put(owner.getKey(), changes.removed());
            }
        }
        if (!force && !conflicts.isEmpty()) {
            throw new ConflictException(conflicts);
        }
        for (Map<ManagerId, FieldSet> lost : List.of(conflicts, removed)) {
            lost.forEach((id, fields) ->
                    owners.computeIfPresent(id, (k, o) -> o.with(o.fields().difference(fields))));
        }
        owners.values().removeIf(ownership -> ownership.fields().isEmpty());
        return own.without(ignored.apply(version));
    }
}
