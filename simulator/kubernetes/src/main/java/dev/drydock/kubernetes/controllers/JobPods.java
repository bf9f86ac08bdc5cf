package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Job controller reads from its Pods and writes into them (pkg/controller/job). */
final class JobPods {

    /** Index of a Pod that has none. */
    static final int NO_INDEX = -1;

    private static final String TRACKING = "batch.kubernetes.io/job-tracking";
    private static final String INDEX = "batch.kubernetes.io/job-completion-index";
    private static final String INDEX_VARIABLE = "JOB_COMPLETION_INDEX";
    private static final String FAILURES = "batch.kubernetes.io/job-index-failure-count";
    private static final String IGNORED_FAILURES = "batch.kubernetes.io/job-index-ignored-failure-count";

    /** Longest beginning of a generated name (apiserver/pkg/storage/names). */
    private static final int LONGEST_PREFIX = 58;

    private JobPods() {}

    static boolean isIndexed(MapNode job) {
        return "Indexed".equals(job.findString("spec", "completionMode"));
    }

    static boolean hasLimitPerIndex(MapNode job) {
        return job.find("spec", "backoffLimitPerIndex") != null;
    }

    static boolean replacesOnlyFailed(MapNode job) {
        return "Failed".equals(job.findString("spec", "podReplacementPolicy"));
    }

    /** Whether a Pod still bears the finalizer that keeps it until the Job has counted it. */
    static boolean isTracked(Node pod) {
        return pod.findList("metadata", "finalizers").strings().contains(TRACKING);
    }

    static boolean hasSucceeded(Node pod) {
        return "Succeeded".equals(pod.findString("status", "phase"));
    }

    /** Whether a Pod counts as failed: one on its way out does too, unless the Job waits for its end. */
    static boolean hasFailed(MapNode job, Node pod) {
        return "Failed".equals(pod.findString("status", "phase"))
                || (!replacesOnlyFailed(job) && isLeaving(pod) && !hasSucceeded(pod));
    }

    private static boolean isLeaving(Node pod) {
        return pod.find("metadata", "deletionTimestamp") != null;
    }

    /** Whether a Pod is on its way out but has not ended. */
    static boolean isTerminating(Node pod) {
        return isLeaving(pod) && !hasSucceeded(pod) && !"Failed".equals(pod.findString("status", "phase"));
    }

    static int index(Node pod) {
        return (int) number(pod, INDEX, NO_INDEX);
    }

    /** How often Pods of the same index failed before this one and counted. */
    static long failures(Node pod) {
        return number(pod, FAILURES, 0);
    }

    /** How often Pods of the same index failed before this one, also when a policy says that they do not count. */
    static long allFailures(Node pod) {
        return failures(pod) + number(pod, IGNORED_FAILURES, 0);
    }

    private static long number(Node pod, String annotation, long otherwise) {
        String text = pod.findText("metadata", "annotations", annotation);
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }

    /** When a Pod ended, as far as a Pod without container statuses tells (backoff_utils.go: getFinishedTime). */
    static Instant finished(Node pod) {
        for (Node condition : pod.findList("status", "conditions")) {
            String since = condition.findText("lastTransitionTime");
            if ("Ready".equals(condition.findString("type"))
                    && "False".equals(condition.findString("status"))
                    && !since.isEmpty()) {
                return Instant.parse(since);
            }
        }
        String deleted = pod.findText("metadata", "deletionTimestamp");
        if (!deleted.isEmpty()) {
            return Instant.parse(deleted)
                    .minusSeconds(PodTemplates.number(pod, 0, "metadata", "deletionGracePeriodSeconds"));
        }
        return Instant.parse(pod.findText("metadata", "creationTimestamp"));
    }

    /** A change that lets go of a Pod. */
    static MapNode withoutTracking(MapNode pod) {
        List<String> left =
                new ArrayList<>(pod.findList("metadata", "finalizers").strings());
        left.remove(TRACKING);
        return MapNode.of("metadata", MapNode.of("finalizers", ListNode.ofStrings(left)));
    }

    /**
     * A new Pod of a Job.
     *
     * @param index its completion index, or {@link #NO_INDEX}
     * @param replaced the failed Pod of that index whose failures it counts on
     */
    static MapNode create(MapNode job, int index, @Nullable MapNode replaced) {
        MapNode pod = PodTemplates.pod(job, job.findMap("spec", "template"), "");
        List<String> finalizers =
                new ArrayList<>(pod.findList("metadata", "finalizers").strings());
        if (!finalizers.contains(TRACKING)) {
            finalizers.add(TRACKING);
        }
        pod = pod.with(List.of("metadata", "finalizers"), ListNode.ofStrings(finalizers));
        return index == NO_INDEX ? pod : indexed(job, pod, index, replaced);
    }

    private static MapNode indexed(MapNode job, MapNode pod, int index, @Nullable MapNode replaced) {
        String name = NamespacedName.of(job).name();
        String end = "-" + index + "-";
        String prefix = name.substring(0, Math.min(name.length(), LONGEST_PREFIX - end.length())) + end;
        Map<String, String> mark = Map.of(INDEX, Integer.toString(index));
        MapNode changed = PodTemplates.withLabels(pod, List.of("metadata", "annotations"), mark);
        if (hasLimitPerIndex(job)) {
            boolean counts =
                    replaced != null && JobFailurePolicy.of(job, replaced).counts();
            long failures = replaced == null ? 0 : failures(replaced) + (counts ? 1 : 0);
            long all = replaced == null ? 0 : allFailures(replaced) + 1;
            changed = annotated(changed, FAILURES, failures);
            changed = all > failures ? annotated(changed, IGNORED_FAILURES, all - failures) : changed;
        }
        changed = PodTemplates.withLabels(changed, List.of("metadata", "labels"), mark)
                .with(List.of("metadata", "generateName"), prefix)
                .with(List.of("spec", "hostname"), name + "-" + index);
        for (String containers : List.of("initContainers", "containers")) {
            if (changed.find("spec", containers) != null) {
                ListNode named = changed.findList("spec", containers).map(JobPods::withIndexVariable);
                changed = changed.with(List.of("spec", containers), named);
            }
        }
        return changed;
    }

    private static MapNode annotated(MapNode pod, String key, long value) {
        return PodTemplates.withLabels(pod, List.of("metadata", "annotations"), Map.of(key, Long.toString(value)));
    }

    private static Node withIndexVariable(Node container) {
        ListNode variables = container.findList("env");
        boolean has = variables.stream().anyMatch(v -> INDEX_VARIABLE.equals(v.findString("name")));
        MapNode source = MapNode.of("fieldRef", MapNode.of("fieldPath", "metadata.labels['" + INDEX + "']"));
        return has
                ? container
                : ((MapNode) container)
                        .with("env", variables.plus(MapNode.of("name", INDEX_VARIABLE, "valueFrom", source)));
    }
}
