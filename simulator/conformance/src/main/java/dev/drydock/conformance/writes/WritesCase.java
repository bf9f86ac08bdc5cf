package dev.drydock.conformance.writes;

import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.kubernetes.rest.RestResponse;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sequence of requests; its answers in the form of the corpus. */
final class WritesCase {

    private final Cluster cluster;
    private final MapNode question;
    private final Masks masks;
    private final Map<String, String> lastVersions = new HashMap<>();

    WritesCase(Cluster cluster, MapNode question) {
        this.cluster = cluster;
        this.question = question;
        this.masks = new Masks(question);
    }

    ListNode answers() {
        String namespace = String.valueOf(question.findString("namespace"));
        Door.createNamespace(
                cluster,
                MapNode.of("apiVersion", "v1", "kind", "Namespace", "metadata", MapNode.of("name", namespace)));
        List<Node> answers = new ArrayList<>();
        boolean controllers = question.isTrue("controllers");
        if (controllers) {
            cluster.install(ControllerManager.withWorkloads(List.of()));
        }
        for (Node step : question.findList("steps")) {
            cluster.kernel().advance(Duration.ofSeconds(step.isTrue("settled") ? 60 : controllers ? 4 : 2));
            answers.add(answer(step.findMap("request"), answers.size() + 1));
        }
        return ListNode.of(answers);
    }

    private MapNode answer(MapNode recorded, int step) {
        masks.begin(step, cluster.kernel().now());
        MapNode request = (MapNode) masks.fill(recorded);
        Map<String, String> params = request.findMap("params").strings();
        RestResponse response = Door.send(
                cluster,
                text(request, "method", ""),
                text(request, "path", ""),
                params,
                text(request, "contentType", "application/json"),
                text(request, "userAgent", "drydock-cases/1.0"),
                request.get("body"));
        MapNode.Builder answer = MapNode.builder().put("code", response.code());
        if (!response.warnings().isEmpty()) {
            answer.put("warnings", response.warnings());
        }
        MapNode object = response.object() == null ? MapNode.EMPTY : response.object();
        String kind = text(object, "kind", "");
        if (response.object() == null) {
            answer.put("raw", response.text() == null ? "" : response.text());
        } else if (response.failure().isPresent()) {
            answer.put("error", error(response.failure().get()));
        } else if (kind.equals("Status") && text(object, "apiVersion", "").equals("v1")) {
            MapNode details = object.findMap("details").without("uid");
            answer.put("success", details);
        } else if (kind.endsWith("List") && object.has("items")) {
            answer.put("items", items(object.findList("items")));
        } else {
            object(answer, object, step, params.containsKey("dryRun"), text(request, "path", ""));
        }
        return answer.build();
    }

    private void object(MapNode.Builder answer, MapNode object, int step, boolean dryRun, String path) {
        String version = object.findString("metadata", "resourceVersion");
        if (version == null) {
            answer.put("resourceVersion", "none");
        } else {
            String key = key(path, object);
            answer.put("changed", !version.equals(lastVersions.put(key, version)));
        }
        masks.note(step, object, dryRun);
        answer.put("object", masks.object(object));
    }

    /** The object's own path: subresources count as the object, and versions do not count. */
    private static String key(String path, MapNode object) {
        String name = text(object.findMap("metadata"), "name", "");
        List<String> parts = List.of(path.split("/", -1));
        int end = parts.lastIndexOf(name);
        String collection = String.join("/", end < 0 ? parts : parts.subList(0, end));
        return collection.replaceFirst("/v[0-9][a-z0-9]*/", "/") + "/" + name;
    }

    private MapNode error(Status status) {
        MapNode details = status.details();
        MapNode.Builder error = MapNode.builder().put("message", masks.message(status.message()));
        if (!status.reason().isEmpty()) {
            error.put("reason", status.reason());
        }
        if (details != null && !details.isEmpty()) {
            error.put("details", masks.details(details));
        }
        return error.build();
    }

    private static ListNode items(ListNode objects) {
        List<Node> items = new ArrayList<>();
        List<Node> sorted = new ArrayList<>(objects.items());
        sorted.sort(Comparator.comparing(object -> String.valueOf(object.findString("metadata", "name"))));
        for (Node object : sorted) {
            MapNode.Builder item = MapNode.builder().putIfPresent("name", object.find("metadata", "name"));
            if (object.find("metadata", "deletionTimestamp") != null) {
                item.put("terminating", true);
            }
            if (!object.findList("metadata", "finalizers").isEmpty()) {
                item.put("finalizers", object.findList("metadata", "finalizers"));
            }
            List<String> owners = new ArrayList<>();
            for (Node owner : object.findList("metadata", "ownerReferences")) {
                owners.add(owner.findString("kind") + "/" + owner.findString("name"));
            }
            if (!owners.isEmpty()) {
                item.put("owners", owners);
            }
            items.add(item.build());
        }
        return ListNode.of(items);
    }

    private static String text(Node node, String key, String otherwise) {
        @Nullable String text = node.findString(key);
        return text == null ? otherwise : text;
    }
}
