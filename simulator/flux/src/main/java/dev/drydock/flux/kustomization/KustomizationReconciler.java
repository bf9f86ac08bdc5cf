package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.apply.ApplyOptions;
import dev.drydock.flux.apply.ApplyRun;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.SetDeletion;
import dev.drydock.flux.apply.StagedApply;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.dependency.DependencyCheck;
import dev.drydock.flux.dependency.ReadyExpression;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.HealthReferences;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.flux.ssa.KindSet;
import dev.drydock.flux.ssa.Normalization;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ReconcileOrder;
import dev.drydock.flux.timing.GoDuration;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
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

/**
 * Brings a Kustomization to rest (kustomize-controller internal/controller/kustomization_controller.go).
 *
 * <p>The order of a run: finalizer, suspension, source, artifact, dependencies, files, identity, build, staged apply,
 * inventory, prune, health. What is read as configuration is read as the controller; what is managed is read and written
 * as the account that the Kustomization names.
 */
public final class KustomizationReconciler implements Reconciler {

    private static final String FINALIZER = "finalizers.fluxcd.io";
    private static final Duration STAGE_POLL = Duration.ofSeconds(2);
    private static final Duration HEALTH_POLL = Duration.ofSeconds(5);

    private static final ReadyExpression READY_EXPRESSIONS = (expression, self, dependency) -> {
        throw new NotModelledException("spec.dependsOn[].readyExpr");
    };

    private final Kernel kernel;
    private final Client client;
    private final FluxProfile profile;
    private final ArtifactStorage artifacts;
    private final Builder builder;
    private final StatusPatcher patcher;
    private final EventRecorder events;
    private final Gaps gaps;
    private final Map<NamespacedName, Run> runs = new TreeMap<>();
    private final Map<NamespacedName, ApiResponse> refusals = new TreeMap<>();

    /** A reconciler that acts as a client of the controller. */
    KustomizationReconciler(
            Kernel kernel,
            Client client,
            FluxProfile profile,
            ArtifactStorage artifacts,
            Builder builder,
            EventRecorder events,
            Gaps gaps) {
        this.gaps = gaps;
        this.kernel = kernel;
        this.client = client;
        this.profile = profile;
        this.artifacts = artifacts;
        this.builder = builder;
        this.patcher = new StatusPatcher(client, "gotk-kustomize-controller");
        this.events = events;
    }

    /** Ends a run early: what to show and when to look again. */
    private static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Run run;
        private final transient Result result;

        Exit(Run run, Result result) {
            super("exit", null, false, false);
            this.run = run;
            this.result = result;
        }
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(KustomizationSpec.KIND, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode object = found.object();
        Run run = new Run(object, object, "", "", List.of(), new Run.Starting(), kernel.now());
        if (object.find("metadata", "deletionTimestamp") != null) {
            return finish(name, run, () -> delete(run));
        }
        if (!object.findList("metadata", "finalizers").strings().contains(FINALIZER)) {
            ListNode finalizers = object.findList("metadata", "finalizers").plus(Node.of(FINALIZER));
            return finish(name, run, () -> {
                throw new Exit(
                        run.with(object.with(List.of("metadata", "finalizers"), finalizers)), new Result.Again());
            });
        }
        if (run.spec().isSuspended()) {
            return finish(name, run, () -> {
                throw new Exit(run, new Result.Done());
            });
        }
        if (!object.findList("spec", "healthCheckExprs").isEmpty()) {
            throw new NotModelledException("spec.healthCheckExprs");
        }
        return finish(name, run, () -> prepare(run));
    }

    @Override
    public Result resume(NamespacedName name) {
        Run run = runs.remove(name);
        if (run == null) {
            return reconcile(name);
        }
        return finish(
                name, run, () -> run.phase() instanceof Run.Applying applying ? apply(run, applying) : checkHealth(run));
    }

    private interface Story {
        Run tell();
    }

    /** The deferred block of the controller: last changes to the status, the patch, the closing event. */
    private Result finish(NamespacedName name, Run begun, Story story) {
        Result result;
        Run run;
        try {
            run = story.tell();
            if (!(run.phase() instanceof Run.Starting)) {
                runs.put(name, run.written());
                patcher.patch(run.before(), run.object());
                boolean checking = run.phase() instanceof Run.Checking;
                return new Result.Waiting(checking ? HEALTH_POLL : STAGE_POLL);
            }
            result = new Result.After(run.spec().interval());
        } catch (Exit exit) {
            run = exit.run;
            result = exit.result;
        } catch (NotModelledException e) {
            MapNode before = begun.before();
            String message = "not modelled: " + e.getMessage();
            patcher.patch(
                    before,
                    Conditions.set(before, Conditions.READY, "False", "NotModelled", message, kernel.now()));
            throw e;
        }
        MapNode object = run.object();
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        if (requested != null) {
            object = object.with(List.of("status", "lastHandledReconcileAt"), requested);
        }
        if (Conditions.isTrue(object, Conditions.READY)) {
            object = Conditions.delete(object, Conditions.RECONCILING);
            Long generation = object.findLong("metadata", "generation");
            object = object.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
        }
        Optional<Conditions.Condition> reconciling = Conditions.find(object, Conditions.RECONCILING);
        if (Conditions.isFalse(object, Conditions.READY) && reconciling.isPresent()) {
            object = Conditions.markReconciling(
                    object, "ProgressingWithRetry", reconciling.get().message(), kernel.now());
        }
        patcher.patch(run.before(), object);
        if (!run.spec().isSuspended() && Conditions.isReady(object)) {
            event(
                    object,
                    "Normal",
                    "ReconciliationSucceeded",
                    "Reconciliation finished in "
                            + GoDuration.format(Duration.between(run.started(), kernel.now()))
                            + ", next run in " + GoDuration.format(run.spec().interval()));
        }
        return result;
    }

    private Run prepare(Run started) {
        Run run = started;
        KustomizationSpec spec = run.spec();
        SourceAccess access =
                new SourceAccess(profile.noCrossNamespaceRefs(), profile.gate("ExternalArtifact", false), this::read);
        SourceAccess.Result source = access.forKustomization(run.object());
        if (source instanceof SourceAccess.Denied denied) {
            run = stalled(run, "AccessDenied", denied.message());
            error(run, denied.message());
            throw new Exit(run, new Result.Done());
        }
        if (source instanceof SourceAccess.Failed failed) {
            throw new Exit(
                    notReady(run, "ArtifactFailed", failed.message()),
                    failed.notFound() ? new Result.After(spec.retryInterval()) : new Result.Failed(failed.message()));
        }
        MapNode live = ((SourceAccess.Found) source).object();
        String url = ObjectFields.text(live, "status", "artifact", "url");
        String revision = ObjectFields.text(live, "status", "artifact", "revision");
        Result dependencyRetry = new Result.After(profile.requeueDependency());
        String retryIn = "retrying in " + GoDuration.format(profile.requeueDependency());
        if (revision.isEmpty()) {
            throw new Exit(notReady(run, "ArtifactFailed", "Source artifact not found, " + retryIn), dependencyRetry);
        }
        DependencyCheck.Unmet unmet = new DependencyCheck(
                        profile.gate("AdditiveCELDependencyCheck", false), this::readDirectly, READY_EXPRESSIONS)
                .kustomization(run.object(), revision);
        if (unmet != null && unmet.terminal()) {
            String message = "Reconciliation failed terminally due to configuration error: " + unmet.error();
            run = stalled(run, "InvalidCELExpression", message);
            error(run, message);
            throw new Exit(withGeneration(run), new Result.Done());
        }
        if (unmet != null) {
            run = notReady(run, "DependencyNotReady", unmet.error());
            info(run.object(), "Dependencies do not meet ready condition, " + retryIn);
            throw new Exit(run, dependencyRetry);
        }
        run = new Run(run.before(), run.object(), revision, "", List.of(), run.phase(), run.started());
        run = run.with(Conditions.set(
                run.object(), Conditions.READY, "Unknown", "Progressing", "Reconciliation in progress", kernel.now()));
        run = progress(run, "Fetching manifests");
        Optional<Content> content = artifacts.find(url);
        if (content.isEmpty()) {
            throw new Exit(
                    notReady(run, "ArtifactFailed", "Source is not ready, artifact not found, " + retryIn),
                    dependencyRetry);
        }
        checkPath(run, content.get());
        run = progress(run, "Building manifests");
        run = run.with(run.object().with(List.of("status", "lastAttemptedRevision"), revision));
        return build(run, content.get());
    }

    /** Reads as the controller; the cache words a missing object with its kind, the API server with its resource. */
    private ObjectLookup.Answer read(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = client.get(kind, new NamespacedName(namespace, name));
        if (response.isSuccess()) {
            gaps.check(kind.kind(), new NamespacedName(namespace, name));
            return new ObjectLookup.Found(response.object());
        }
        boolean missing = response.code() == 404;
        boolean cached = missing && !profile.gate("DirectSourceFetch", false);
        return new ObjectLookup.Failed(
                cached ? kind.groupKind() + " \"" + name + "\" not found" : response.message(), missing);
    }

    /** Reads as the controller, without the cache. */
    private ObjectLookup.Answer readDirectly(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = client.get(kind, new NamespacedName(namespace, name));
        return response.isSuccess()
                ? new ObjectLookup.Found(response.object())
                : new ObjectLookup.Failed(response.message(), response.code() == 404);
    }

    private Run stalled(Run run, String reason, String message) {
        Run marked = run.with(Conditions.markStalled(run.object(), reason, message, kernel.now()));
        return notReady(marked, reason, message);
    }

    private static Run withGeneration(Run run) {
        Long generation = run.object().findLong("metadata", "generation");
        return run.with(
                run.object().with(List.of("status", "observedGeneration"), generation == null ? 0 : generation));
    }

    private void checkPath(Run run, Content content) {
        String path = cleaned(run.spec().text("path"));
        boolean exists = path.isEmpty()
                || content.files().keySet().stream().anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
        if (!exists) {
            String message = "kustomization path not found: stat " + ArtifactBuilder.ROOT + "/" + path
                    + ": no such file or directory";
            throw failed(run, "ArtifactFailed", message);
        }
    }

    /** The path below the artifact's root: {@code ..} cannot leave it. */
    private static String cleaned(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private Run build(Run building, Content content) {
        Builder.Built built;
        try {
            built = builder.build(building.spec(), content);
        } catch (Builder.BuildException e) {
            throw failed(building, "BuildFailed", String.valueOf(e.getMessage()));
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
        run = progress(run, "Detecting drift");
        return afterApply(run, staged(run).start(desired));
    }

    private Run apply(Run run, Run.Applying applying) {
        return afterApply(run.in(new Run.Starting()), staged(run).resume(run.desired(), applying.apply()));
    }

    private StagedApply staged(Run run) {
        KustomizationSpec spec = run.spec();
        ManagedObjects objects = managed(spec);
        ApplyOptions options = new ApplyOptions(
                spec.object().isTrue("spec", "force"),
                spec.object().findList("spec", "ignore"),
                KindSet.parse(String.join(",", profile.customApplyStageKinds())),
                profile.overrideManagers());
        return new StagedApply(objects, kernel, options, new HealthCheck(objects, kernel, gaps, false));
    }

    private ManagedObjects managed(KustomizationSpec spec) {
        String account = accountOf(spec);
        return new ManagedObjects(
                account.isEmpty()
                        ? client
                        : client.impersonating(
                                Impersonation.of("system:serviceaccount:" + spec.namespace() + ":" + account)));
    }

    private String accountOf(KustomizationSpec spec) {
        String account = spec.text("serviceAccountName");
        return account.isEmpty() ? profile.defaultServiceAccount() : account;
    }

    private Run afterApply(Run run, ApplyRun outcome) {
        if (outcome instanceof ApplyRun.Waiting waiting) {
            return run.in(new Run.Applying(waiting));
        }
        if (outcome instanceof ApplyRun.Failed failure) {
            if (failure.refusal() != null) {
                refusals.put(StatusPatcher.nameOf(run.object()), failure.refusal());
            }
            Run recorded = record(run, "ReconciliationFailed");
            throw failed(
                    recorded,
                    "ReconciliationFailed",
                    failure.error() + "\n" + failure.changes().changeLog());
        }
        refusals.remove(StatusPatcher.nameOf(run.object()));
        ChangeSet changes = ((ApplyRun.Done) outcome).changes();
        if (!changes.changeLog().isEmpty()) {
            info(run.object(), changes.changeLog().strip());
        }
        Inventory old = run.inventory();
        Inventory inventory = changes.inventory();
        Run applied = run.with(withInventory(run.object(), inventory));
        return health(prune(applied, old, inventory), changes);
    }

    private Run prune(Run run, Inventory old, Inventory inventory) {
        List<MapNode> stale = old.staleIn(inventory);
        if (!run.spec().prunes() || stale.isEmpty()) {
            return run;
        }
        SetDeletion.Outcome outcome = deletion(run.spec()).delete(ReconcileOrder.delete(stale));
        if (outcome.error().isEmpty()) {
            info(run.object(), outcome.changes().toString().strip());
            return run;
        }
        List<MapNode> survivors = stale.stream()
                .filter(object -> outcome.changes().entries().stream()
                        .anyMatch(e -> e.object().equals(ObjectMetadata.of(object)) && e.action() == Action.UNKNOWN))
                .toList();
        Run kept = record(run.with(withInventory(run.object(), inventory.plus(survivors))), "PruneFailed");
        throw failed(kept, "PruneFailed", outcome.error());
    }

    private SetDeletion deletion(KustomizationSpec spec) {
        return new SetDeletion(managed(spec), spec.name(), spec.namespace());
    }

    private Run health(Run run, ChangeSet changes) {
        KustomizationSpec spec = run.spec();
        List<MapNode> awaited = new ArrayList<>();
        if (spec.waits()) {
            for (ChangeSet.Entry entry : changes.entries()) {
                if (entry.action() != Action.SKIPPED) {
                    awaited.add(entry.object().toObject(entry.version()));
                }
            }
        } else {
            for (Node reference : spec.healthChecks()) {
                String apiVersion = ObjectFields.text(reference, "apiVersion");
                List<ObjectMetadata> resolved = HealthReferences.resolve(ListNode.of(List.of(reference)));
                int slash = apiVersion.indexOf('/');
                String version = apiVersion.isEmpty() ? "v1" : apiVersion.substring(slash + 1);
                resolved.forEach(o -> awaited.add(o.toObject(version)));
            }
        }
        awaited.removeIf(object -> ObjectFields.kind(object).equals("Kustomization")
                && ObjectFields.name(object).equals(spec.name())
                && ObjectFields.namespace(object).equals(spec.namespace()));
        if (awaited.isEmpty()) {
            return succeed(run.with(Conditions.delete(run.object(), "Healthy")));
        }
        boolean wasHealthy = Conditions.isTrue(run.object(), "Healthy");
        String message = progressMessage(run, "Running health checks");
        Run checking = progress(run, "Running health checks");
        checking = checking.with(
                Conditions.set(checking.object(), "Healthy", "Unknown", "Progressing", message, kernel.now()));
        return checkHealth(checking.in(new Run.Checking(awaited, changes, wasHealthy, kernel.now())));
    }

    private Run checkHealth(Run run) {
        Run.Checking checking = (Run.Checking) run.phase();
        KustomizationSpec spec = run.spec();
        Duration waited = Duration.between(checking.since(), kernel.now());
        HealthCheck check = new HealthCheck(
                managed(spec), kernel, gaps, !profile.gate("DisableFailFastBehavior", false));
        Optional<String> verdict = check.judge(checking.awaited(), waited.compareTo(spec.timeout()) >= 0);
        if (verdict.isEmpty()) {
            return run;
        }
        Run ended = run.in(new Run.Starting());
        String elapsed = GoDuration.format(waited);
        if (!verdict.get().isEmpty()) {
            Run recorded = record(ended, "HealthCheckFailed");
            recorded = recorded.with(Conditions.set(
                    recorded.object(), "Healthy", "False", "HealthCheckFailed", verdict.get(), kernel.now()));
            throw failed(recorded, "HealthCheckFailed", "health check failed after " + elapsed + ": " + verdict.get());
        }
        String passed = "Health check passed in " + elapsed;
        boolean isNewRevision =
                !run.revision().equals(ObjectFields.text(run.object(), "status", "lastAppliedRevision"));
        boolean drifted = !checking.changes().changeLog().isEmpty();
        if (!checking.wasHealthy() || (isNewRevision && drifted)) {
            info(ended.object(), passed);
        }
        return succeed(
                ended.with(Conditions.set(ended.object(), "Healthy", "True", "Succeeded", passed, kernel.now())));
    }

    private Run succeed(Run run) {
        Run recorded = record(run, "ReconciliationSucceeded");
        MapNode object = recorded.object().with(List.of("status", "lastAppliedRevision"), run.revision());
        return recorded.with(Conditions.set(
                object,
                Conditions.READY,
                "True",
                "ReconciliationSucceeded",
                "Applied revision: " + run.revision(),
                kernel.now()));
    }

    private Run delete(Run run) {
        KustomizationSpec spec = run.spec();
        Inventory inventory = run.inventory();
        boolean deletes = !spec.isSuspended() && !inventory.entries().isEmpty() && spec.deletesObjects();
        if (deletes) {
            deleteObjects(run, inventory);
        }
        List<Node> rest = run.object().findList("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(Node.of(FINALIZER)))
                .toList();
        throw new Exit(
                run.with(run.object().with(List.of("metadata", "finalizers"), ListNode.of(rest))), new Result.Done());
    }

    private void deleteObjects(Run run, Inventory inventory) {
        KustomizationSpec spec = run.spec();
        List<MapNode> objects = inventory.objects();
        String account = accountOf(spec);
        boolean exists = account.isEmpty()
                || client.get(
                                new GroupVersionKind("", "v1", "ServiceAccount"),
                                new NamespacedName(spec.namespace(), account))
                        .isSuccess();
        if (!exists) {
            StringBuilder orphans = new StringBuilder("unable to prune objects: \n");
            objects.forEach(o -> orphans.append(ObjectMetadata.of(o).subject()).append('\n'));
            error(run, orphans.toString());
            return;
        }
        SetDeletion.Outcome outcome = deletion(spec).delete(ReconcileOrder.delete(objects));
        if (!outcome.error().isEmpty()) {
            error(run, "pruning for deleted resource failed");
            throw new Exit(run, new Result.Failed(outcome.error()));
        }
        info(run.object(), outcome.changes().toString().strip());
    }

    private static MapNode withInventory(MapNode object, Inventory inventory) {
        return object.with(List.of("status", "inventory"), inventory.toNode());
    }

    private Run record(Run run, String status) {
        return run.with(
                History.record(run.object(), run.digest(), status, run.revision(), run.started(), kernel.now()));
    }

    private String progressMessage(Run run, String doing) {
        return doing + " for revision " + run.revision() + " with a timeout of "
                + GoDuration.format(run.spec().timeout());
    }

    private Run progress(Run run, String doing) {
        return run.with(
                Conditions.markReconciling(run.object(), "Progressing", progressMessage(run, doing), kernel.now()));
    }

    private Run notReady(Run run, String reason, String message) {
        return run.with(Conditions.set(run.object(), Conditions.READY, "False", reason, message, kernel.now()));
    }

    private Exit failed(Run run, String reason, String message) {
        Run failed = notReady(run, reason, message);
        error(failed, message);
        return new Exit(failed, new Result.After(failed.spec().retryInterval()));
    }

    private void info(MapNode object, String message) {
        String reason = Conditions.find(object, Conditions.READY)
                .map(Conditions.Condition::reason)
                .orElse("info");
        event(object, "Normal", reason, message);
    }

    private void error(Run run, String message) {
        String reason = Conditions.find(run.object(), Conditions.READY)
                .map(Conditions.Condition::reason)
                .orElse("error");
        event(run.object(), "Warning", reason, message);
    }

    private void event(MapNode object, String type, String reason, String message) {
        events.record(object, type, reason, message, Map.of());
    }

    /** The refusal of the API server that is behind the object's last failure. */
    Optional<ApiResponse> refusal(NamespacedName name) {
        return Optional.ofNullable(refusals.get(name));
    }

    /** Takes over the runs under way of the reconciler that this one is a copy of. */
    KustomizationReconciler copyStateFrom(KustomizationReconciler origin) {
        runs.putAll(origin.runs);
        refusals.putAll(origin.refusals);
        return this;
    }
}
