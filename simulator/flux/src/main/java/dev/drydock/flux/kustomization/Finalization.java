package dev.drydock.flux.kustomization;

import dev.drydock.flux.apply.Answer;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.SetDeletion;
import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of a Kustomization that is being deleted (kustomization_controller.go, finalize). */
final class Finalization {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final Kernel kernel;
    private final Identity identity;
    private final Report report;

    Finalization(Kernel kernel, Identity identity, Report report) {
        this.kernel = kernel;
        this.identity = identity;
        this.report = report;
    }

    /** Deletes what the Kustomization manages, if its policy says so, and lets it go. */
    Run delete(Run begun) {
        Run run = begun.about(begun.object().findText("status", "lastAppliedRevision"));
        KustomizationSpec spec = run.spec();
        Inventory inventory = run.inventory();
        boolean deletes = !spec.isSuspended() && !inventory.entries().isEmpty() && spec.deletesObjects();
        ChangeSet changes = deletes ? deleteObjects(run, inventory) : ChangeSet.EMPTY;
        if (!spec.timing().deletionPolicy().equals("WaitForTermination")) {
            throw released(run);
        }
        List<MapNode> doomed = changes.entries().stream()
                .filter(entry -> entry.action() == Action.DELETED)
                .map(entry -> entry.object().toObject(entry.version()))
                .toList();
        return await(run, new Run.Terminating(doomed, kernel.now()));
    }

    /**
     * Looks at what was deleted, one object after the other, until all are gone (fluxcd/pkg ssa/manager_wait.go,
     * WaitForTermination). The Kustomization goes even if they do not.
     */
    Run await(Run run, Run.Terminating terminating) {
        ManagedObjects objects = identity.managed(run.spec());
        boolean isOver = left(run, terminating).isZero();
        List<MapNode> doomed = terminating.doomed();
        for (int i = 0; i < doomed.size(); i++) {
            Answer answer = objects.get(doomed.get(i));
            if (!isOver && answer instanceof Answer.Found) {
                return run.in(new Run.Terminating(doomed.subList(i, doomed.size()), terminating.since()));
            }
            if (isOver || !answer.isNotFound()) {
                report.error(run, "failed to wait for resources termination");
                break;
            }
        }
        throw released(run.in(new Run.Starting()));
    }

    /** How long until the next look. */
    Duration poll(Run run, Run.Terminating terminating) {
        Duration left = left(run, terminating);
        return left.compareTo(POLL) < 0 ? left : POLL;
    }

    private Duration left(Run run, Run.Terminating terminating) {
        Duration left = run.spec().timeout().minus(Duration.between(terminating.since(), kernel.now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Exit released(Run run) {
        List<Node> rest = run.object().findList("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(Node.of(KustomizationReconciler.FINALIZER)))
                .toList();
        return new Exit(
                run.with(run.object().with(List.of("metadata", "finalizers"), ListNode.of(rest))), new Result.Done());
    }

    private ChangeSet deleteObjects(Run run, Inventory inventory) {
        KustomizationSpec spec = run.spec();
        List<MapNode> objects = inventory.objects();
        if (!identity.exists(spec)) {
            StringBuilder orphans = new StringBuilder("unable to prune objects: \n");
            objects.forEach(o -> orphans.append(ObjectMetadata.of(o).subject()).append('\n'));
            report.error(run, orphans.toString());
            return ChangeSet.EMPTY;
        }
        Optional<String> unreachable = identity.remoteProblem(spec);
        if (unreachable.isPresent()) {
            throw new Exit(run, new Result.Failed(unreachable.get()));
        }
        SetDeletion.Outcome outcome = new SetDeletion(identity.managed(spec), spec.name(), spec.namespace())
                .delete(ReconcileOrder.delete(objects));
        if (!outcome.error().isEmpty()) {
            report.error(run, "pruning for deleted resource failed");
            throw new Exit(run, new Result.Failed(outcome.error()));
        }
        report.info(run, outcome.changes().toString().strip());
        return outcome.changes();
    }
}
