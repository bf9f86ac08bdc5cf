package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.Verb;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * namespace-controller (pkg/controller/namespace/deletion): empties a namespace that is being deleted, Pods first, and lets
 * it go when nothing remains.
 */
final class NamespaceLoop implements ControlLoop {

    private static final Duration RETRY = Duration.ofSeconds(5);

    /** What one pass found out. */
    private static final class Findings {
        private final Map<String, Integer> remaining = new TreeMap<>();
        private final Map<String, Integer> finalizers = new TreeMap<>();
        private final List<String> errors = new ArrayList<>();
    }

    @Override
    public String name() {
        return "namespace-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        NamespacedName changed = NamespacedName.of(event.object());
        if (event.resource().groupResource().equals("namespaces")) {
            return List.of(changed);
        }
        // stands for the queue's own retries, which come within seconds
        return event.type() == WatchEvent.Type.DELETED && !changed.namespace().isEmpty()
                ? List.of(new NamespacedName("", changed.namespace()))
                : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.NAMESPACE, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") == null) {
            return new Result.Done();
        }
        MapNode namespace = found.get();
        if (namespace.findList("spec", "finalizers").isEmpty()) {
            return new Result.Done();
        }
        Findings findings = new Findings();
        empty(context, name.name(), findings);
        if (findings.remaining.isEmpty() && findings.errors.isEmpty()) {
            // the status is written before the namespace is finalized
            MapNode stored = writeConditions(context, namespace, findings);
            List<Node> rest = stored.findList("spec", "finalizers").stream()
                    .filter(finalizer -> !finalizer.equals(Node.of("kubernetes")))
                    .toList();
            context.update(stored.with(List.of("spec", "finalizers"), ListNode.of(rest)), "finalize");
            return new Result.Done();
        }
        writeConditions(context, namespace, findings);
        return new Result.After(RETRY);
    }

    private static void empty(LoopContext context, String namespace, Findings findings) {
        List<ApiResource> resources = context.server().discovery().all().stream()
                .filter(r -> r.namespaced()
                        && r.verbs().contains("delete")
                        && r.verbs().contains("list"))
                .toList();
        for (ApiResource resource : resources) {
            if (resource.resource().groupResource().equals("pods")) {
                empty(context, namespace, resource, findings);
                if (!findings.remaining.isEmpty()) {
                    return;
                }
            }
        }
        for (ApiResource resource : resources) {
            boolean other = !resource.resource().groupResource().equals("pods");
            if (other && isPreferred(context, resource)) {
                empty(context, namespace, resource, findings);
            }
        }
    }

    private static boolean isPreferred(LoopContext context, ApiResource resource) {
        return context.server()
                .discovery()
                .preferred(resource.kind().group(), resource.kind().kind())
                .filter(resource::equals)
                .isPresent();
    }

    private static void empty(LoopContext context, String namespace, ApiResource resource, Findings findings) {
        ListNode items = list(context, namespace, resource);
        if (items.isEmpty()) {
            return;
        }
        ApiResponse deleted = context.server()
                .handle(ApiRequest.builder(context.client().user(), Verb.DELETECOLLECTION, resource.resource())
                        .namespace(namespace)
                        .body(MapNode.of("propagationPolicy", "Background"))
                        .build());
        if (!deleted.isSuccess()) {
            findings.errors.add(deleted.message());
        }
        String group = resource.resource().group();
        String shown = resource.resource().resource() + "." + group;
        for (Node item : list(context, namespace, resource)) {
            findings.remaining.merge(shown, 1, Integer::sum);
            for (String finalizer : item.findList("metadata", "finalizers").strings()) {
                findings.finalizers.merge(finalizer, 1, Integer::sum);
            }
        }
    }

    private static ListNode list(LoopContext context, String namespace, ApiResource resource) {
        return context.server()
                .handle(ApiRequest.builder(context.client().user(), Verb.LIST, resource.resource())
                        .namespace(namespace)
                        .build())
                .object()
                .findList("items");
    }

    private static MapNode writeConditions(LoopContext context, MapNode namespace, Findings findings) {
        MapNode status = namespace.findMap("status");
        List<Node> conditions = new ArrayList<>();
        conditions.add(good(
                context,
                status,
                "NamespaceDeletionDiscoveryFailure",
                "ResourcesDiscovered",
                "All resources successfully discovered"));
        conditions.add(good(
                context,
                status,
                "NamespaceDeletionGroupVersionParsingFailure",
                "ParsedGroupVersions",
                "All legacy kube types successfully parsed"));
        conditions.add(
                findings.errors.isEmpty()
                        ? good(
                                context,
                                status,
                                "NamespaceDeletionContentFailure",
                                "ContentDeleted",
                                "All content successfully deleted, may be waiting on finalization")
                        : bad(
                                context,
                                status,
                                "NamespaceDeletionContentFailure",
                                "ContentDeletionFailed",
                                "Failed to delete all resource types, " + findings.errors.size() + " remaining: "
                                        + String.join(", ", findings.errors)));
        conditions.add(
                findings.remaining.isEmpty()
                        ? good(
                                context,
                                status,
                                "NamespaceContentRemaining",
                                "ContentRemoved",
                                "All content successfully removed")
                        : bad(
                                context,
                                status,
                                "NamespaceContentRemaining",
                                "SomeResourcesRemain",
                                "Some resources are remaining: "
                                        + counted(findings.remaining, " has ", " resource instances")));
        conditions.add(
                findings.finalizers.isEmpty()
                        ? good(
                                context,
                                status,
                                "NamespaceFinalizersRemaining",
                                "ContentHasNoFinalizers",
                                "All content-preserving finalizers finished")
                        : bad(
                                context,
                                status,
                                "NamespaceFinalizersRemaining",
                                "SomeFinalizersRemain",
                                "Some content in the namespace has finalizers remaining: "
                                        + counted(findings.finalizers, " in ", " resource instances")));
        ApiResponse response =
                context.update(namespace.with("status", status.with("conditions", ListNode.of(conditions))), "status");
        return response.isSuccess() ? response.object() : namespace;
    }

    private static String counted(Map<String, Integer> counts, String between, String after) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + between + entry.getValue() + after)
                .collect(Collectors.joining(", "));
    }

    private static MapNode good(LoopContext context, MapNode status, String type, String reason, String message) {
        return context.condition(status, type, "False", reason, message).without("lastUpdateTime");
    }

    private static MapNode bad(LoopContext context, MapNode status, String type, String reason, String message) {
        return context.condition(status, type, "True", reason, message).without("lastUpdateTime");
    }
}
