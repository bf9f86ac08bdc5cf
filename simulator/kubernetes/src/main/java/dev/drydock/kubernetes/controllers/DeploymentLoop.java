package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** deployment-controller (pkg/controller/deployment): a ReplicaSet for each template, and the Deployment's status. */
final class DeploymentLoop implements ControlLoop {

    private static final String HASH = "pod-template-hash";
    private static final String REVISION = DeploymentAnnotations.REVISION;
    private static final String HISTORY = DeploymentAnnotations.HISTORY;

    @Override
    public String name() {
        return "deployment-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, "deployments.apps", "Deployment");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.DEPLOYMENT, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        MapNode deployment = found.get();
        List<MapNode> sets = new ArrayList<>(context.owned(Kinds.REPLICA_SET, deployment));
        sets.sort(Comparator.comparingLong(DeploymentLoop::revisionOf));
        MapNode template = deployment.findMap("spec", "template");
        Optional<MapNode> current = sets.stream()
                .filter(set -> withoutHash(set.findMap("spec", "template")).equals(template))
                .findFirst();
        long newest = sets.isEmpty() ? 0 : revisionOf(sets.get(sets.size() - 1));
        boolean paused = deployment.isTrue("spec", "paused");
        if (current.isEmpty()) {
            if (!paused) {
                context.create(newSet(deployment, template, newest + 1));
                return new Result.Again();
            }
        } else if (isOutdated(current.get(), newest)) {
            context.update(rolledBack(current.get(), newest + 1));
            return new Result.Again();
        } else if (!synced(deployment, current.get()).equals(current.get())) {
            context.update(synced(deployment, current.get()));
            return new Result.Again();
        } else if (!paused || sets.size() == 1) {
            scale(context, deployment, current.get(), sets);
        }
        if (paused || (current.isPresent() && isComplete(deployment))) {
            cleanUp(context, deployment, current.orElse(null), sets);
        }
        return status(context, deployment, current.orElse(null), sets);
    }

    /** The current set follows the Deployment in what is not part of the template. */
    private static MapNode synced(MapNode deployment, MapNode set) {
        long seconds = PodTemplates.number(deployment, 0, "spec", "minReadySeconds");
        MapNode copied = DeploymentAnnotations.copied(deployment, set);
        return PodTemplates.number(set, 0, "spec", "minReadySeconds") == seconds
                ? copied
                : copied.with(List.of("spec", "minReadySeconds"), seconds);
    }

    private static boolean isComplete(MapNode deployment) {
        long wanted = PodTemplates.number(deployment, 1, "spec", "replicas");
        return List.of("updatedReplicas", "replicas", "availableReplicas").stream()
                        .allMatch(field -> PodTemplates.number(deployment, 0, "status", field) == wanted)
                && PodTemplates.number(deployment, 0, "status", "observedGeneration")
                        >= PodTemplates.number(deployment, 1, "metadata", "generation");
    }

    /** The oldest sets without Pods go when there are more old ones than the history holds. */
    private static void cleanUp(
            LoopContext context, MapNode deployment, @Nullable MapNode current, List<MapNode> sets) {
        List<MapNode> old = sets.stream()
                .filter(set -> !set.equals(current) && set.find("metadata", "deletionTimestamp") == null)
                .toList();
        Long limit = deployment.findLong("spec", "revisionHistoryLimit");
        for (int i = 0; limit != null && i < old.size() - limit; i++) {
            MapNode set = old.get(i);
            boolean empty = PodTemplates.number(set, 1, "spec", "replicas") == 0
                    && PodTemplates.number(set, 0, "status", "replicas") == 0;
            boolean seen = PodTemplates.number(set, 0, "status", "observedGeneration")
                    >= PodTemplates.number(set, 1, "metadata", "generation");
            if (empty && seen) {
                context.delete(set);
            }
        }
    }

    private static boolean isOutdated(MapNode current, long newest) {
        return revisionOf(current) < newest;
    }

    /** A set that is the current one again, as a new revision that remembers its old ones. */
    private static MapNode rolledBack(MapNode set, long revision) {
        String old = set.findText("metadata", "annotations", REVISION);
        String history = set.findText("metadata", "annotations", HISTORY);
        MapNode annotations = set.findMap("metadata", "annotations")
                .with(REVISION, Long.toString(revision))
                .with(HISTORY, history.isEmpty() ? old : history + "," + old);
        return set.with(List.of("metadata", "annotations"), annotations);
    }

    private static MapNode newSet(MapNode deployment, MapNode template, long revision) {
        String hash = Hashes.ofTemplate(template, deployment.findLong("status", "collisionCount"));
        Map<String, String> label = Map.of(HASH, hash);
        long replicas = PodTemplates.number(deployment, 1, "spec", "replicas");
        MapNode set = MapNode.builder()
                .put("apiVersion", "apps/v1")
                .put("kind", "ReplicaSet")
                .put(
                        "metadata",
                        MapNode.builder()
                                .put("name", NamespacedName.of(deployment).name() + "-" + hash)
                                .put("namespace", NamespacedName.of(deployment).namespace())
                                .put("annotations", MapNode.of(REVISION, Long.toString(revision)))
                                .put("labels", template.findMap("metadata", "labels"))
                                .put("ownerReferences", Owners.controlledBy(deployment))
                                .build())
                .put(
                        "spec",
                        MapNode.builder()
                                .put("replicas", replicas)
                                .put("minReadySeconds", PodTemplates.number(deployment, 0, "spec", "minReadySeconds"))
                                .put("selector", deployment.findMap("spec", "selector"))
                                .put("template", template)
                                .build())
                .build();
        set = DeploymentAnnotations.sized(deployment, DeploymentAnnotations.copied(deployment, set));
        set = PodTemplates.withLabels(set, List.of("metadata", "labels"), label);
        set = PodTemplates.withLabels(set, List.of("spec", "selector", "matchLabels"), label);
        return PodTemplates.withLabels(set, List.of("spec", "template", "metadata", "labels"), label);
    }

    /** All replicas in the current set; older ones go once the current one is ready, or at once with Recreate. */
    private static void scale(LoopContext context, MapNode deployment, MapNode current, List<MapNode> sets) {
        long wanted = PodTemplates.number(deployment, 1, "spec", "replicas");
        setReplicas(context, deployment, current, wanted);
        boolean ready = PodTemplates.number(current, 0, "status", "readyReplicas") >= wanted;
        boolean recreate = "Recreate".equals(deployment.findString("spec", "strategy", "type"));
        for (MapNode set : sets) {
            if (!NamespacedName.of(set).equals(NamespacedName.of(current)) && (ready || recreate)) {
                setReplicas(context, deployment, set, 0);
            }
        }
    }

    private static void setReplicas(LoopContext context, MapNode deployment, MapNode set, long replicas) {
        if (PodTemplates.number(set, 1, "spec", "replicas") != replicas) {
            context.update(DeploymentAnnotations.sized(deployment, set).with(List.of("spec", "replicas"), replicas));
        }
    }

    private static Result status(
            LoopContext context, MapNode deployment, @Nullable MapNode current, List<MapNode> sets) {
        long wanted = PodTemplates.number(deployment, 1, "spec", "replicas");
        long replicas = sum(sets, "replicas");
        long updated = current == null ? 0 : PodTemplates.number(current, 0, "status", "replicas");
        long ready = sum(sets, "readyReplicas");
        long available = sum(sets, "availableReplicas");
        MapNode old = deployment.findMap("status");
        MapNode.Builder status = MapNode.builder()
                .put("observedGeneration", PodTemplates.number(deployment, 1, "metadata", "generation"));
        putUnlessZero(status, "replicas", replicas);
        putUnlessZero(status, "updatedReplicas", updated);
        putUnlessZero(status, "readyReplicas", ready);
        putUnlessZero(status, "availableReplicas", available);
        putUnlessZero(status, "unavailableReplicas", Math.max(0, Math.max(wanted, replicas) - available));
        List<Node> conditions = new ArrayList<>();
        boolean isAvailable = available >= wanted - maxUnavailable(deployment, wanted);
        conditions.add(
                isAvailable
                        ? context.condition(
                                old,
                                "Available",
                                "True",
                                "MinimumReplicasAvailable",
                                "Deployment has minimum availability.")
                        : context.condition(
                                old,
                                "Available",
                                "False",
                                "MinimumReplicasUnavailable",
                                "Deployment does not have minimum availability."));
        Optional<Node> failure = current == null
                ? Optional.empty()
                : current.findList("status", "conditions").stream()
                        .filter(c -> "ReplicaFailure".equals(c.findString("type")))
                        .findFirst();
        failure.ifPresent(conditions::add);
        boolean complete = current != null && updated == wanted && replicas == wanted && available == wanted;
        Result next = new Result.Done();
        if (current != null) {
            String set = "ReplicaSet \"" + NamespacedName.of(current).name() + "\" ";
            MapNode progressing = progressing(context, deployment, set, complete);
            conditions.add(progressing);
            if (!complete && "ReplicaSetUpdated".equals(progressing.findString("reason"))) {
                Duration left = left(context, deployment, progressing);
                next = left.isNegative() || left.isZero() ? next : new Result.After(left);
            }
        }
        status.put("conditions", ListNode.of(conditions));
        MapNode changed = deployment.with("status", status.build());
        if (current != null) {
            changed = changed.with(List.of("metadata", "annotations", REVISION), Long.toString(revisionOf(current)));
        }
        context.updateStatus(deployment, changed);
        return next;
    }

    private static MapNode progressing(LoopContext context, MapNode deployment, String set, boolean complete) {
        MapNode old = deployment.findMap("status");
        if (complete) {
            return context.condition(
                    old, "Progressing", "True", "NewReplicaSetAvailable", set + "has successfully progressed.");
        }
        boolean exceeded = old.findList("conditions").stream()
                .anyMatch(c -> "ProgressDeadlineExceeded".equals(c.findString("reason")));
        MapNode progressing =
                context.condition(old, "Progressing", "True", "ReplicaSetUpdated", set + "is progressing.");
        return !exceeded && left(context, deployment, progressing).compareTo(Duration.ZERO) > 0
                ? progressing
                : context.condition(
                        old, "Progressing", "False", "ProgressDeadlineExceeded", set + "has timed out progressing.");
    }

    private static Duration left(LoopContext context, MapNode deployment, MapNode progressing) {
        long seconds = PodTemplates.number(deployment, 600, "spec", "progressDeadlineSeconds");
        Instant since = Instant.parse(String.valueOf(progressing.findString("lastUpdateTime")));
        return Duration.between(context.kernel().now(), since.plusSeconds(seconds));
    }

    private static long maxUnavailable(MapNode deployment, long wanted) {
        Node value = deployment.find("spec", "strategy", "rollingUpdate", "maxUnavailable");
        if (value == null) {
            return 0;
        }
        String text = ((dev.drydock.yaml.ScalarNode) value).text();
        return text.endsWith("%")
                ? wanted * Long.parseLong(text.substring(0, text.length() - 1)) / 100
                : Long.parseLong(text);
    }

    private static void putUnlessZero(MapNode.Builder status, String key, long value) {
        if (value != 0) {
            status.put(key, value);
        }
    }

    private static long sum(List<MapNode> sets, String field) {
        return sets.stream()
                .mapToLong(set -> PodTemplates.number(set, 0, "status", field))
                .sum();
    }

    private static long revisionOf(MapNode set) {
        String revision = set.findString("metadata", "annotations", REVISION);
        return revision == null ? 0 : Long.parseLong(revision);
    }

    private static MapNode withoutHash(MapNode template) {
        MapNode bare = template.withoutPath("metadata", "labels", HASH);
        return bare.findMap("metadata", "labels").isEmpty() ? bare.withoutPath("metadata", "labels") : bare;
    }
}
