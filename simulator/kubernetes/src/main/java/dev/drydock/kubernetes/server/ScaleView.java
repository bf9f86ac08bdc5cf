package dev.drydock.kubernetes.server;

import com.google.common.base.Splitter;
import dev.drydock.kubernetes.apply.ScaleOwners;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object seen as a Scale, and what a Scale changes in it.
 *
 * @param specReplicas where the wanted number of replicas is
 * @param statusReplicas where the actual number is
 * @param selector where the selector is: a text in custom resources; empty when there is none
 * @param custom whether the object is a custom resource
 * @param owners translates the owners of fields
 */
record ScaleView(
        List<String> specReplicas,
        List<String> statusReplicas,
        List<String> selector,
        boolean custom,
        ScaleOwners owners) {

    private static final List<String> REPLICAS = List.of("spec", "replicas");

    /** The view of a resource with a scale subresource. */
    static ScaleView of(ServerState state, ApiResource resource, boolean custom) {
        if (!custom) {
            Map<String, List<String>> paths = Map.of(resource.resource().apiVersion(), REPLICAS);
            return new ScaleView(
                    REPLICAS,
                    List.of("status", "replicas"),
                    List.of("spec", "selector"),
                    false,
                    new ScaleOwners(paths));
        }
        Map<String, List<String>> paths = new HashMap<>();
        MapNode scale = MapNode.EMPTY;
        Optional<MapNode> definition = CustomKinds.definitionOf(state, resource);
        for (Node version : definition.map(d -> d.findList("spec", "versions")).orElse(ListNode.EMPTY)) {
            MapNode served = version.findMap("subresources", "scale");
            String name = version.findText("name");
            paths.put(resource.resource().group() + "/" + name, path(served.findText("specReplicasPath")));
            if (name.equals(resource.resource().version())) {
                scale = served;
            }
        }
        return new ScaleView(
                path(scale.findText("specReplicasPath")),
                path(scale.findText("statusReplicasPath")),
                path(scale.findText("labelSelectorPath")),
                true,
                new ScaleOwners(paths));
    }

    private static List<String> path(String dotted) {
        return Splitter.on('.').omitEmptyStrings().splitToList(dotted);
    }

    /** The Scale of an object. */
    MapNode scaleOf(MapNode object) {
        MapNode.Builder metadata = MapNode.builder();
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.putIfPresent(field, object.find("metadata", field));
        }
        Long wanted = object.findLong(specReplicas.toArray(new String[0]));
        Long actual = object.findLong(statusReplicas.toArray(new String[0]));
        String selected = selectorText(object.find(selector.toArray(new String[0])));
        MapNode.Builder status = MapNode.builder().put("replicas", actual == null ? 0 : actual);
        return MapNode.builder()
                .put("kind", "Scale")
                .put("apiVersion", "autoscaling/v1")
                .put("metadata", metadata.build())
                .put("spec", wanted == null || wanted == 0 ? MapNode.EMPTY : MapNode.of("replicas", wanted))
                .put(
                        "status",
                        status.putIfPresent("selector", selected.isEmpty() ? null : selected)
                                .build())
                .build();
    }

    boolean hasReplicas(MapNode object) {
        return object.findLong(specReplicas.toArray(new String[0])) != null;
    }

    /** How the real path of the replicas is spelled. */
    String specPath() {
        return "." + String.join(".", specReplicas);
    }

    private String selectorText(@org.jspecify.annotations.Nullable Node value) {
        if (selector.isEmpty() || value == null) {
            return "";
        }
        if (!(value instanceof MapNode map)) {
            return value instanceof dev.drydock.yaml.ScalarNode scalar && scalar.isString() ? scalar.stringValue() : "";
        }
        List<String> terms = new ArrayList<>();
        boolean structured = map.has("matchLabels") || map.has("matchExpressions");
        Map<String, String> byKey = new TreeMap<>();
        (structured ? map.findMap("matchLabels") : map)
                .strings()
                .forEach((key, text) -> byKey.put(key, key + "=" + text));
        for (Node expression : map.findList("matchExpressions")) {
            byKey.merge(expression.findText("key"), term(expression), (a, b) -> a + "," + b);
        }
        terms.addAll(byKey.values());
        return String.join(",", terms);
    }

    private static String term(Node expression) {
        String key = expression.findText("key");
        List<String> values = new ArrayList<>(expression.findList("values").strings());
        values.sort(String::compareTo);
        String list = "(" + String.join(",", values) + ")";
        return switch (expression.findText("operator")) {
            case "In" -> key + " in " + list;
            case "NotIn" -> key + " notin " + list;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    /** The object with the replicas and the owners of a written Scale. */
    MapNode changed(MapNode object, MapNode scale) {
        Long wanted = scale.findLong("spec", "replicas");
        MapNode result = object.with(specReplicas, wanted == null ? 0 : wanted);
        ListNode managers = owners.ofObject(
                object.findList("metadata", "managedFields"),
                scale.findList("metadata", "managedFields"),
                object.findText("apiVersion"));
        result = managers.isEmpty()
                ? Objects.withoutMeta(result, "managedFields")
                : Objects.withMeta(result, "managedFields", managers);
        String version = scale.findText("metadata", "resourceVersion");
        return version.isEmpty() ? result : Objects.withMeta(result, "resourceVersion", version);
    }
}
