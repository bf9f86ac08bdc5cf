package dev.drydock.kubernetes.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the number of updating managers at ten: the oldest are joined under one name per API version
 * (managedfields/internal/capmanagers.go).
 */
final class UpdateCap {

    private static final int MAX_UPDATERS = 10;
    private static final String BUCKET = "ancient-changes";

    private UpdateCap() {}

    /** Joins the oldest updaters of the map, in place. */
    static void enforce(Map<ManagerId, Ownership> owners) {
        List<ManagerId> updaters = new ArrayList<>();
        for (ManagerId id : owners.keySet()) {
            if (!id.apply()) {
                updaters.add(id);
            }
        }
        int count = updaters.size();
        if (count <= MAX_UPDATERS) {
            return;
        }
        Map<ManagerId, Long> seconds = new HashMap<>();
        updaters.forEach(id -> seconds.put(id, ManagedFields.seconds(time(owners, id))));
        updaters.sort(Comparator.<ManagerId>comparingLong(id -> seconds.getOrDefault(id, 0L))
                .thenComparing(Comparator.naturalOrder()));
        Map<String, ManagerId> firstOfVersion = new HashMap<>();
        for (int i = 0; i < updaters.size() && count > MAX_UPDATERS; i++) {
            ManagerId id = updaters.get(i);
            Ownership ownership = owners.get(id);
            if (ownership == null) {
                continue;
            }
            String version = ownership.apiVersion();
            ManagerId first = firstOfVersion.putIfAbsent(version, id);
            if (first != null) {
                join(owners, first, id, ManagerId.of(BUCKET, false, version, ""));
                count--;
            }
        }
    }

    private static void join(Map<ManagerId, Ownership> owners, ManagerId first, ManagerId id, ManagerId bucket) {
        if (!owners.containsKey(bucket)) {
            Ownership oldest = owners.remove(first);
            if (oldest != null) {
                owners.put(bucket, oldest);
            }
        }
        Ownership joined = owners.remove(id);
        Ownership old = owners.get(bucket);
        if (joined != null) {
            FieldSet fields = old == null ? joined.fields() : joined.fields().union(old.fields());
            // the time of the younger one
            owners.put(bucket, new Ownership(fields, joined.apiVersion(), joined.time()));
        }
    }

    private static @org.jspecify.annotations.Nullable String time(Map<ManagerId, Ownership> owners, ManagerId id) {
        Ownership ownership = owners.get(id);
        return ownership == null ? null : ownership.time();
    }
}
