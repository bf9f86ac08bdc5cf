package dev.drydock.scenario.observe;

import dev.drydock.scenario.run.ObjectLabel;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The state of a world at one moment: Flux objects, all objects that the scenario caused, Events about Flux objects. */
final class Snapshot {

    private static final Set<String> LEFT_OUT =
            Set.of("Node", "Event", "Event.events.k8s.io", "Lease.coordination.k8s.io", "ControllerRevision.apps");
    private static final String FLUX_GROUPS = ".toolkit.fluxcd.io";

    private Snapshot() {}

    static MapNode of(World world) {
        Map<String, Node> flux = new TreeMap<>();
        Map<String, Node> objects = new TreeMap<>();
        Set<Node> events = new LinkedHashSet<>();
        for (MapNode object : world.causedObjects()) {
            String kind = Observation.kind(object).groupKind();
            if (kind.endsWith(FLUX_GROUPS)) {
                flux.put(fluxLabel(object), FluxEntry.of(world.atRest(object), world));
            }
            if (kind.equals("Event")) {
                event(object, events);
            } else if (!LEFT_OUT.contains(kind)) {
                objects.put(ObjectLabel.of(object), objectEntry(object));
            }
        }
        return MapNode.of("flux", map(flux), "objects", map(objects), "events", ListNode.of(new ArrayList<>(events)));
    }

    private static MapNode map(Map<String, Node> entries) {
        MapNode.Builder map = MapNode.builder();
        entries.forEach(map::put);
        return map.build();
    }

    private static String fluxLabel(MapNode object) {
        return object.findString("kind") + "/" + Observation.text(object.findString("metadata", "namespace")) + "/"
                + object.findString("metadata", "name");
    }

    private static void event(MapNode event, Set<Node> events) {
        MapNode about = event.findMap("involvedObject");
        if (!Observation.text(about.findString("apiVersion")).contains(FLUX_GROUPS)) {
            return;
        }
        String from = event.findString("source", "component");
        events.add(MapNode.builder()
                .put(
                        "of",
                        about.findString("kind") + "/" + Observation.text(about.findString("namespace")) + "/"
                                + about.findString("name"))
                .put("type", Observation.text(event.findString("type")))
                .put("reason", Observation.text(event.findString("reason")))
                .put("message", Observation.text(event.findString("message")))
                .put("from", from == null ? Observation.text(event.findString("reportingComponent")) : from)
                .build());
    }

    private static MapNode objectEntry(MapNode object) {
        MapNode meta = object.findMap("metadata");
        MapNode.Builder entry = MapNode.builder();
        for (String key : List.of("labels", "annotations")) {
            if (!meta.findMap(key).isEmpty()) {
                entry.put(key, meta.findMap(key));
            }
        }
        if (!meta.findList("finalizers").isEmpty()) {
            entry.put("finalizers", meta.findList("finalizers"));
        }
        List<String> owners = new ArrayList<>();
        for (Node owner : meta.findList("ownerReferences")) {
            owners.add(owner.findString("kind") + "/" + owner.findString("name"));
        }
        putTexts(entry, "owners", owners);
        entry.putIfPresent("deleting", meta.has("deletionTimestamp") ? ScalarNode.TRUE : null);
        putTexts(entry, "managers", managers(meta));
        entry.put("body", body(object));
        if ("ResourceQuota".equals(object.findString("kind"))) {
            entry.putIfPresent("used", object.find("status", "used"));
        }
        return entry.build();
    }

    private static void putTexts(MapNode.Builder entry, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            entry.put(key, ListNode.ofStrings(texts));
        }
    }

    private static List<String> managers(MapNode meta) {
        List<String> managers = new ArrayList<>();
        for (Node manager : meta.findList("managedFields")) {
            String subresource = manager.findString("subresource");
            managers.add(manager.findString("manager") + ":" + manager.findString("operation")
                    + (subresource == null ? "" : ":" + subresource));
        }
        return managers.stream().sorted().toList();
    }

    /**
     * Everything but metadata and status; of the certificate bundle in every namespace nothing, and not the content of
     * Helm's releases.
     */
    private static MapNode body(MapNode object) {
        boolean isBundle = "ConfigMap".equals(object.findString("kind"))
                && "kube-root-ca.crt".equals(object.findString("metadata", "name"));
        if (isBundle) {
            return MapNode.EMPTY;
        }
        MapNode body = object.without(List.of("apiVersion", "kind", "metadata", "status"));
        return "helm.sh/release.v1".equals(body.findString("type")) ? body.without(List.of("data")) : body;
    }
}
