package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.controllers.JobConditions.Ending;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;

/** When an Indexed Job has succeeded before all its indexes have (pkg/controller/job/success_policy.go). */
final class JobSuccessPolicy {

    private JobSuccessPolicy() {}

    /** The ending that the first rule brings which the succeeded indexes meet. */
    static Optional<Ending> met(MapNode job, JobIndexes succeeded) {
        int position = 0;
        for (Node rule : job.findList("spec", "successPolicy", "rules")) {
            if (succeeded.total() > 0 && isMet(job, rule, succeeded)) {
                return Optional.of(new Ending(true, "SuccessPolicy", "Matched rules at index " + position));
            }
            position++;
        }
        return Optional.empty();
    }

    private static boolean isMet(MapNode job, Node rule, JobIndexes succeeded) {
        Long count = rule.findLong("succeededCount");
        if (rule.find("succeededIndexes") == null) {
            return count != null && succeeded.total() >= count;
        }
        JobIndexes required =
                JobIndexes.parse(rule.findText("succeededIndexes"), PodTemplates.number(job, 1, "spec", "completions"));
        long met = required.values().stream().filter(succeeded::has).count();
        return required.total() > 0 && met >= (count == null ? required.total() : count);
    }
}
