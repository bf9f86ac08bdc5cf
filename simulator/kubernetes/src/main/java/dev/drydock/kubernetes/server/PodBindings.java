package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.AdmissionRequest.Operation;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The binding subresource, through which schedulers give pods a node (registry/core/pod/storage/storage.go, BindingREST).
 *
 * <p>The pod is written without managers and without a new generation.
 */
final class PodBindings {

    private static final GroupVersionKind BINDING = new GroupVersionKind("", "v1", "Binding");
    private static final GroupVersionResource PODS_BINDING = new GroupVersionResource("", "v1", "pods/binding");

    private final ServerState state;
    private final Admission admission;

    PodBindings(ServerState state) {
        this.state = state;
        this.admission = new Admission(state);
    }

    ApiResponse post(Call call) {
        MapNode binding = call.inNamespace(new Writes(state).decode(call, Writes.bodyOf(call), BINDING));
        if (!binding.findText("metadata", "name").equals(call.name().name())) {
            throw new RefusedException(Statuses.badRequest("name in URL does not match name in Binding object"));
        }
        checkTarget(binding);
        admission.validate(call, Operation.CREATE, binding, null);
        MapNode live = state.get(call.resource(), call.name())
                .orElseThrow(() -> new RefusedException(
                        Statuses.notFound(call.gvr(), call.request().name())));
        checkVersion(call, binding, live);
        checkPod(call, live);
        if (!call.request().dryRun()) {
            state.put(call.resource(), call.name(), bound(live, binding), live);
        }
        return new ApiResponse(201, Statuses.success(), call.warnings(), null);
    }

    /** What is wrong with a binding has no status of its own. */
    private static void checkTarget(MapNode binding) {
        List<String> wrong = new ArrayList<>();
        String kind = binding.findText("target", "kind");
        if (!kind.isEmpty() && !kind.equals("Node")) {
            wrong.add("target.kind: Unsupported value: " + GoQuote.quote(kind)
                    + ": supported values: \"Node\", \"<empty>\"");
        }
        if (binding.findText("target", "name").isEmpty()) {
            wrong.add("target.name: Required value");
        }
        if (!wrong.isEmpty()) {
            String text = String.join(", ", wrong);
            throw new RefusedException(new Status(500, "", wrong.size() > 1 ? "[" + text + "]" : text, null));
        }
    }

    private static void checkVersion(Call call, MapNode binding, MapNode live) {
        check(call, "UID", binding.findText("metadata", "uid"), live.findText("metadata", "uid"));
        String wanted = binding.findText("metadata", "resourceVersion");
        check(call, "ResourceVersion", wanted, live.findText("metadata", "resourceVersion"));
    }

    private static void check(Call call, String word, String wanted, String found) {
        if (!wanted.isEmpty() && !wanted.equals(found)) {
            throw conflict(call, Statuses.storagePrecondition(call, word, wanted, found));
        }
    }

    private static void checkPod(Call call, MapNode pod) {
        String name = call.name().name();
        if (Objects.isDeleting(pod)) {
            throw conflict(call, "pod " + name + " is being deleted, cannot be assigned to a host");
        }
        String node = pod.findText("spec", "nodeName");
        if (!node.isEmpty()) {
            throw conflict(call, "pod " + name + " is already assigned to node " + GoQuote.quote(node));
        }
        if (!pod.findList("spec", "schedulingGates").isEmpty()) {
            throw conflict(call, "pod " + name + " has non-empty .spec.schedulingGates");
        }
    }

    private static RefusedException conflict(Call call, String text) {
        return new RefusedException(Statuses.conflict(PODS_BINDING, call.name().name(), text));
    }

    private MapNode bound(MapNode pod, MapNode binding) {
        MapNode result = pod.with(List.of("spec", "nodeName"), binding.findText("target", "name"));
        MapNode given = binding.findMap("metadata", "annotations");
        MapNode annotations = pod.findMap("metadata", "annotations");
        for (String key : given.keys()) {
            annotations = annotations.with(key, given.findText(key));
        }
        MapNode labels = binding.findMap("metadata", "labels");
        MapNode own = pod.findMap("metadata", "labels");
        for (String key : own.keys()) {
            labels = labels.with(key, own.findText(key));
        }
        result = annotations.isEmpty() ? result : Objects.withMeta(result, "annotations", annotations);
        result = labels.isEmpty() ? result : Objects.withMeta(result, "labels", labels);
        return result.with(List.of("status", "conditions"), scheduled(pod.findList("status", "conditions")));
    }

    private ListNode scheduled(ListNode conditions) {
        String now = state.now().truncatedTo(ChronoUnit.SECONDS).toString();
        MapNode scheduled = MapNode.of("type", "PodScheduled", "status", "True", "lastTransitionTime", now);
        List<Node> changed = new ArrayList<>();
        for (Node condition : conditions) {
            if (!condition.findText("type").equals("PodScheduled")) {
                changed.add(condition);
            }
        }
        changed.add(scheduled);
        return ListNode.of(changed);
    }
}
