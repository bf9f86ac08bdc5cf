package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Ownership of the replicas of an object, seen through its scale subresource (managedfields/scalehandler.go).
 *
 * <p>A write to the subresource is managed as one to a Scale object: its managedFields are derived from those of the object
 * and translated back afterwards.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ScaleOwners {

    private static final String SCALE = "autoscaling/v1";
    private static final List<PathElement> REPLICAS_OF_SCALE = path(List.of("spec", "replicas"));

    private final Map<String, List<String>> replicas;

    /**
     * The owners of the replicas of a resource.
     *
     * @param replicas where each API version of the resource keeps its replicas, such as {@code [spec, replicas]}; an empty
     *     list for a version without a scale subresource. Entries of other versions are dropped
     */
    public ScaleOwners(Map<String, List<String>> replicas) {
        this.replicas = Map.copyOf(replicas);
    }

    /**
     * The managedFields of the Scale of an object.
     *
     * @param entries the object's managedFields
     */
    public ListNode ofScale(ListNode entries) {
        Map<ManagerId, Ownership> scale = new LinkedHashMap<>();
        decode(entries).forEach((id, ownership) -> {
            List<PathElement> path = pathAt(ownership.apiVersion());
            if (path != null && ownership.fields().has(path)) {
                scale.put(id, new Ownership(set(REPLICAS_OF_SCALE), SCALE, ownership.time()));
            }
        });
        return encode(scale);
    }

    /**
     * The managedFields of an object after a write to its Scale.
     *
     * @param entries the object's managedFields before
     * @param scaleEntries those of the written Scale
     * @param apiVersion the version of the object under which new owners are noted
     */
    public ListNode ofObject(ListNode entries, ListNode scaleEntries, String apiVersion) {
        Map<ManagerId, Ownership> parent = decode(entries);
        Map<ManagerId, Ownership> scale = decode(scaleEntries);
        Map<ManagerId, Ownership> after = new LinkedHashMap<>();
        parent.forEach((id, ownership) -> {
            if (!replicas.containsKey(ownership.apiVersion())) {
                return;
            }
            List<PathElement> path = pathAt(ownership.apiVersion());
            if (path == null || !ownership.fields().has(path) || scale.remove(id) != null) {
                after.put(id, ownership);
                return;
            }
            FieldSet rest = ownership.fields().difference(set(path)); // somebody else took the replicas
            if (!rest.isEmpty()) {
                after.put(id, ownership.with(rest));
            }
        });
        List<PathElement> path = pathAt(apiVersion);
        scale.forEach((id, ownership) -> {
            if (path != null && ownership.fields().has(REPLICAS_OF_SCALE)) {
                Ownership old = parent.get(id);
                after.put(id, new Ownership(set(path), apiVersion, old == null ? null : old.time()));
            }
        });
        return encode(after);
    }

    private @Nullable List<PathElement> pathAt(String apiVersion) {
        List<String> path = replicas.get(apiVersion);
        return path == null || path.isEmpty() ? null : path(path);
    }

    private static List<PathElement> path(List<String> names) {
        List<PathElement> path = new ArrayList<>();
        names.forEach(name -> path.add(new PathElement.Field(name)));
        return path;
    }

    private static FieldSet set(List<PathElement> path) {
        return FieldSet.ofFields(path.stream()
                .map(element -> ((PathElement.Field) element).name())
                .toArray(String[]::new));
    }

    private static Map<ManagerId, Ownership> decode(ListNode entries) {
        return ManagedFields.decode(entries);
    }

    private static ListNode encode(Map<ManagerId, Ownership> owners) {
        return ManagedFields.write(MapNode.EMPTY, owners).findList("metadata", "managedFields");
    }
}
