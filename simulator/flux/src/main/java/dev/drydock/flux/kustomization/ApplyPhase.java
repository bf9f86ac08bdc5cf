package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.apply.ApplyOptions;
import dev.drydock.flux.apply.ApplyRun;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.SetDeletion;
import dev.drydock.flux.apply.StagedApply;
import dev.drydock.flux.health.HealthCheck;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.flux.ssa.KindSet;
import dev.drydock.flux.ssa.Normalization;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The middle of a run: build, staged apply, inventory and prune (kustomization_controller.go, build, apply, prune). */
final class ApplyPhase {

    private final Kernel kernel;
    private final FluxProfile profile;
    private final Builder builder;
    private final Decryption decryption;
    private final Identity identity;
    private final Gaps gaps;
    private final Report report;
    private final HealthPhase healthPhase;
    private final Map<NamespacedName, ApiResponse> refusals = new TreeMap<>();

    ApplyPhase(
            Kernel kernel,
            FluxProfile profile,
            Builder builder,
            Decryption decryption,
            Identity identity,
            Gaps gaps,
            Report report,
            HealthPhase healthPhase) {
        this.kernel = kernel;
        this.profile = profile;
        this.builder = builder;
        this.decryption = decryption;
        this.identity = identity;
        this.gaps = gaps;
        this.report = report;
        this.healthPhase = healthPhase;
    }

    /** Builds the objects and begins to apply them. */
    Run build(Run building, Content content) {
        Builder.Built built;
        try {
            built = builder.build(
                    building.spec(),
                    content,
                    decryption.decryptor(building.spec()).orElse(null));
        } catch (Builder.BuildException e) {
            throw report.failed(building, "BuildFailed", String.valueOf(e.getMessage()));
        }
        KustomizationSpec spec = building.spec();
        MapNode common = spec.object().findMap("spec", "commonMetadata");
        List<MapNode> desired = new ArrayList<>();
        for (MapNode object : built.objects()) {
            MapNode owned = ObjectMeta.withOwner(object, spec.name(), spec.namespace());
            desired.add(ObjectMeta.withCommon(
                    Normalization.normalize(owned),
                    common.findMap("labels").strings(),
                    common.findMap("annotations").strings()));
        }
        Run run = new Run(
                building.before(),
                building.object(),
                building.revision(),
                built.digest(),
                desired,
                building.phase(),
                building.started());
        run = report.progress(run, "Detecting drift");
        Optional<String> encrypted = Decryption.guard(desired);
        if (encrypted.isPresent()) {
            throw report.failed(report.record(run, "ReconciliationFailed"), "ReconciliationFailed", encrypted.get());
        }
        return afterApply(run, staged(run).start(desired));
    }

    /** Goes on with an apply that waited for a stage. */
    Run apply(Run run, Run.Applying applying) {
        return afterApply(run.in(new Run.Starting()), staged(run).resume(run.desired(), applying.apply()));
    }

    private StagedApply staged(Run run) {
        KustomizationSpec spec = run.spec();
        ManagedObjects objects = identity.managed(spec);
        ApplyOptions options = new ApplyOptions(
                spec.object().isTrue("spec", "force"),
                spec.object().findList("spec", "ignore"),
                KindSet.parse(String.join(",", profile.customApplyStageKinds())),
                profile.overrideManagers());
        return new StagedApply(
                objects, kernel, options, new HealthCheck(objects, kernel, gaps, false, spec.customHealthChecks()));
    }

    private Run afterApply(Run run, ApplyRun outcome) {
        if (outcome instanceof ApplyRun.Waiting waiting) {
            return run.in(new Run.Applying(waiting));
        }
        if (outcome instanceof ApplyRun.Failed failure) {
            if (failure.refusal() != null) {
                refusals.put(NamespacedName.of(run.object()), failure.refusal());
            }
            Run recorded = report.record(run, "ReconciliationFailed");
            throw report.failed(
                    recorded,
                    "ReconciliationFailed",
                    failure.error() + "\n" + failure.changes().changeLog());
        }
        refusals.remove(NamespacedName.of(run.object()));
        ChangeSet changes = ((ApplyRun.Done) outcome).changes();
        if (!changes.changeLog().isEmpty()) {
            report.info(run, changes.changeLog().strip());
        }
        Inventory old = run.inventory();
        Inventory inventory = changes.inventory();
        Run applied = run.with(withInventory(run.object(), inventory));
        return healthPhase.health(prune(applied, old, inventory), changes);
    }

    private Run prune(Run run, Inventory old, Inventory inventory) {
        List<MapNode> stale = old.staleIn(inventory);
        if (!run.spec().prunes() || stale.isEmpty()) {
            return run;
        }
        SetDeletion.Outcome outcome = deletion(run.spec()).delete(ReconcileOrder.delete(stale));
        if (outcome.error().isEmpty()) {
            report.info(run, outcome.changes().toString().strip());
            return run;
        }
        List<MapNode> survivors = stale.stream()
                .filter(object -> outcome.changes().entries().stream()
                        .anyMatch(e -> e.object().equals(ObjectMetadata.of(object)) && e.action() == Action.UNKNOWN))
                .toList();
        Run kept = report.record(run.with(withInventory(run.object(), inventory.plus(survivors))), "PruneFailed");
        throw report.failed(kept, "PruneFailed", outcome.error());
    }

    private SetDeletion deletion(KustomizationSpec spec) {
        return new SetDeletion(identity.managed(spec), spec.name(), spec.namespace());
    }

    private static MapNode withInventory(MapNode object, Inventory inventory) {
        return object.with(List.of("status", "inventory"), inventory.toNode());
    }

    /** The refusal of the API server that is behind the object's last failure. */
    Optional<ApiResponse> refusal(NamespacedName name) {
        return Optional.ofNullable(refusals.get(name));
    }

    /** Takes over the refusals of the phase that this one is a copy of. */
    void copyStateFrom(ApplyPhase origin) {
        refusals.putAll(origin.refusals);
    }
}
