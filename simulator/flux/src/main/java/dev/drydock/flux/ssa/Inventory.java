package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The objects that a Kustomization manages (kustomize-controller, internal/inventory).
 *
 * @param entries the entries in the order of apply
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Inventory(List<Entry> entries) {

    /** The inventory without entries. */
    public static final Inventory EMPTY = new Inventory(List.of());

    /** An inventory of these entries. */
    public Inventory {
        entries = List.copyOf(entries);
    }

    /**
     * One managed object.
     *
     * @param id the id, {@code namespace_name_group_Kind}
     * @param version API version without the group
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Entry(String id, String version) {}

    /** The inventory of a status; empty when it is absent. */
    public static Inventory of(Node status) {
        List<Entry> entries = new ArrayList<>();
        for (Node entry : status.findList("entries")) {
            entries.add(new Entry(entry.findText("id"), entry.findText("v")));
        }
        return new Inventory(entries);
    }

    /** The inventory as a status holds it. */
    public MapNode toNode() {
        List<MapNode> nodes = entries.stream()
                .map(entry -> MapNode.of("id", entry.id(), "v", entry.version()))
                .toList();
        return MapNode.of("entries", ListNode.of(nodes));
    }

    /**
     * The objects in the order of apply, without anything but their identity.
     *
     * @throws InvalidInventoryException for an id that cannot be parsed
     */
    public List<MapNode> objects() {
        List<MapNode> objects = new ArrayList<>();
        for (Entry entry : entries) {
            objects.add(ObjectMetadata.parse(entry.id()).toObject(entry.version()));
        }
        return ReconcileOrder.apply(objects);
    }

    /**
     * The objects that are here and not in the newer inventory, whatever their versions, in the order of apply.
     *
     * @throws InvalidInventoryException for an id that cannot be parsed
     */
    public List<MapNode> staleIn(Inventory newer) {
        Map<String, String> versions = new HashMap<>();
        entries.forEach(entry -> versions.put(entry.id(), entry.version()));
        Set<ObjectMetadata> stale = new LinkedHashSet<>();
        entries.forEach(entry -> stale.add(ObjectMetadata.parse(entry.id())));
        newer.entries.forEach(entry -> stale.remove(ObjectMetadata.parse(entry.id())));
        List<MapNode> objects = new ArrayList<>();
        stale.forEach(object -> objects.add(object.toObject(versions.getOrDefault(object.id(), ""))));
        return ReconcileOrder.apply(objects);
    }

    /** This inventory and the objects that it does not have yet. */
    public Inventory plus(List<MapNode> objects) {
        List<Entry> merged = new ArrayList<>(entries);
        Set<String> known = new HashSet<>();
        entries.forEach(entry -> known.add(entry.id()));
        for (MapNode object : objects) {
            String id = ObjectMetadata.of(object).id();
            if (known.add(id)) {
                merged.add(new Entry(id, ObjectFields.type(object).version()));
            }
        }
        return new Inventory(merged);
    }
}
