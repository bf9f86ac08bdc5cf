package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/** job-controller (pkg/controller/job): Pods until enough succeeded, or too many failed; {@link JobSync} is one look. */
final class JobLoop implements ControlLoop {

    private static final String NAME = "kubernetes.io/job-controller";

    @Override
    public String name() {
        return "job-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        List<NamespacedName> jobs = Owners.selfOrController(event, "jobs.batch", "Job");
        MapNode object = event.object();
        boolean stray = jobs.isEmpty() && event.resource().groupResource().equals("pods") && isStray(object);
        return stray ? List.of(new NamespacedName(NamespacedName.of(object).namespace(), label(object))) : jobs;
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> job = context.get(Kinds.JOB, name);
        if (job.isPresent() && isManagedElsewhere(job.get())) {
            return new Result.Done();
        }
        boolean ended = job.isEmpty() || isFinished(job.get());
        for (MapNode pod : context.list(Kinds.POD, name.namespace(), JobPods::isTracked)) {
            boolean own = ended && owner(pod).equals(name.name());
            boolean stray = isStray(pod) && label(pod).equals(name.name());
            if (stray || own) {
                context.patch(pod, JobPods.withoutTracking(pod));
            }
        }
        return ended ? new Result.Done() : new JobSync(context, job.get()).run();
    }

    /** Whether a Pod waits to be counted by a Job that is not its owner any more (syncOrphanPod). */
    private static boolean isStray(Node pod) {
        return JobPods.isTracked(pod)
                && Owners.controllerUid(pod).isEmpty()
                && !label(pod).isEmpty();
    }

    private static String label(Node pod) {
        return pod.findText("metadata", "labels", "batch.kubernetes.io/job-name");
    }

    private static String owner(Node pod) {
        for (Node owner : pod.findList("metadata", "ownerReferences")) {
            if (owner.isTrue("controller") && "Job".equals(owner.findString("kind"))) {
                return owner.findText("name");
            }
        }
        return "";
    }

    private static boolean isManagedElsewhere(MapNode job) {
        String manager = job.findText("spec", "managedBy");
        return !manager.isEmpty() && !manager.equals(NAME);
    }

    /** Whether a Job is done, for better or worse. */
    static boolean isFinished(MapNode job) {
        return isTrue(job, "Complete") || isTrue(job, "Failed");
    }

    /** Whether a Job has a condition. */
    static boolean isTrue(MapNode job, String condition) {
        return job.findList("status", "conditions").stream()
                .anyMatch(c -> condition.equals(c.findString("type")) && "True".equals(c.findString("status")));
    }
}
