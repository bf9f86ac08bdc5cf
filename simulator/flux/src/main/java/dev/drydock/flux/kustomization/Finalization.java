package dev.drydock.flux.kustomization;

import dev.drydock.flux.apply.SetDeletion;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** The end of a Kustomization that is being deleted (kustomization_controller.go, finalize). */
final class Finalization {

    private final Identity identity;
    private final Report report;

    Finalization(Identity identity, Report report) {
        this.identity = identity;
        this.report = report;
    }

    /** Deletes what the Kustomization manages, if its policy says so, and lets it go. */
    Run delete(Run run) {
        KustomizationSpec spec = run.spec();
        Inventory inventory = run.inventory();
        boolean deletes = !spec.isSuspended() && !inventory.entries().isEmpty() && spec.deletesObjects();
        if (deletes) {
            deleteObjects(run, inventory);
        }
        List<Node> rest = run.object().findList("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(Node.of(KustomizationReconciler.FINALIZER)))
                .toList();
        throw new Exit(
                run.with(run.object().with(List.of("metadata", "finalizers"), ListNode.of(rest))), new Result.Done());
    }

    private void deleteObjects(Run run, Inventory inventory) {
        KustomizationSpec spec = run.spec();
        List<MapNode> objects = inventory.objects();
        if (!identity.exists(spec)) {
            StringBuilder orphans = new StringBuilder("unable to prune objects: \n");
            objects.forEach(o -> orphans.append(ObjectMetadata.of(o).subject()).append('\n'));
            report.error(run, orphans.toString());
            return;
        }
        SetDeletion.Outcome outcome = new SetDeletion(identity.managed(spec), spec.name(), spec.namespace())
                .delete(ReconcileOrder.delete(objects));
        if (!outcome.error().isEmpty()) {
            report.error(run, "pruning for deleted resource failed");
            throw new Exit(run, new Result.Failed(outcome.error()));
        }
        report.info(run.object(), outcome.changes().toString().strip());
    }
}
