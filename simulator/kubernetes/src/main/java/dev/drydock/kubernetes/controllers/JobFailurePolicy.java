package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/**
 * What a Job's podFailurePolicy makes of a failed Pod (pkg/controller/job/pod_failure_policy.go).
 *
 * @param action action of the first rule that matches, empty when none does
 * @param message why the whole Job fails, empty when it does not
 */
record JobFailurePolicy(String action, String message) {

    /**
     * Looks for the first rule that a failed Pod matches.
     *
     * @throws NotModelledException when a rule asks for exit codes, which no description of a workload tells
     */
    static JobFailurePolicy of(MapNode job, MapNode pod) {
        int position = 0;
        for (Node rule : job.findList("spec", "podFailurePolicy", "rules")) {
            String action = rule.findText("action");
            if (rule.find("onExitCodes") != null) {
                throw new NotModelledException("with which exit code a Pod fails, which spec.podFailurePolicy.rules["
                        + position + "].onExitCodes of Job " + NamespacedName.of(job) + " asks for");
            }
            for (Node pattern : rule.findList("onPodConditions")) {
                if (matches(pattern, pod)) {
                    String message = "Pod " + NamespacedName.of(pod) + " has condition " + pattern.findText("type")
                            + " matching " + action + " rule at index " + position;
                    return new JobFailurePolicy(action, action.equals("FailJob") ? message : "");
                }
            }
            position++;
        }
        return new JobFailurePolicy("", "");
    }

    private static boolean matches(Node pattern, MapNode pod) {
        return pod.findList("status", "conditions").stream()
                .anyMatch(condition -> condition.findText("type").equals(pattern.findText("type"))
                        && condition.findText("status").equals(pattern.findText("status")));
    }

    /** Whether the failure counts towards the Job's limits. */
    boolean counts() {
        return !action.equals("Ignore");
    }

    boolean failsIndex() {
        return action.equals("FailIndex");
    }
}
