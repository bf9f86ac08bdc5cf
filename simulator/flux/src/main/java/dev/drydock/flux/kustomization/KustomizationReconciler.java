package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.dependency.DependencyCheck;
import dev.drydock.flux.dependency.ReadyExpression;
import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
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

    static final String FINALIZER = "finalizers.fluxcd.io";

    private static final String OBJECT_IDENTITY = "ObjectLevelWorkloadIdentity";

    /** About what fetching and building take; only its order of magnitude counts. */
    private static final Duration FETCH_TIME = Duration.ofMillis(100);

    private static final Duration STAGE_POLL = Duration.ofSeconds(2);
    private static final Duration HEALTH_POLL = Duration.ofSeconds(5);

    private static final ReadyExpression READY_EXPRESSIONS = ReadyExpression.ofKustomizations(new CelExpressions());

    private final Kernel kernel;
    private final Client client;
    private final FluxProfile profile;
    private final ArtifactStorage artifacts;
    private final StatusPatcher patcher;
    private final Gaps gaps;
    private final Report report;
    private final Identity identity;
    private final Finalization finalization;
    private final HealthPhase healthPhase;
    private final ApplyPhase applyPhase;
    private final Map<NamespacedName, Run> runs = new TreeMap<>();

    /** A reconciler that acts as a client of the controller. */
    KustomizationReconciler(
            Kernel kernel,
            Client client,
            FluxProfile profile,
            ArtifactStorage artifacts,
            Builder builder,
            EventRecorder events,
            Gaps gaps) {
        this.kernel = kernel;
        this.client = client;
        this.profile = profile;
        this.artifacts = artifacts;
        this.gaps = gaps;
        this.patcher = new StatusPatcher(client, "gotk-kustomize-controller");
        this.report = new Report(kernel, events);
        this.identity = new Identity(client, profile);
        this.finalization = new Finalization(kernel, identity, report);
        this.healthPhase = new HealthPhase(kernel, profile, identity, gaps, report);
        this.applyPhase =
                new ApplyPhase(kernel, profile, builder, new Decryption(client), identity, gaps, report, healthPhase);
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(KustomizationSpec.KIND, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode object = found.object();
        Run run = new Run(object, object, "", "", List.of(), new Run.Starting(), kernel.now());
        requireReadable(run.spec());
        if (object.find("metadata", "deletionTimestamp") != null) {
            return finish(name, run, () -> finalization.delete(run));
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
        return finish(name, run, () -> {
            requireHealthExpressions(run);
            requireDecryptionGate(run);
            return prepare(run);
        });
    }

    /** Expressions that cannot be read end a run before anything else is looked at. */
    private void requireHealthExpressions(Run run) {
        try {
            run.spec().customHealthChecks();
        } catch (ExpressionException e) {
            throw misconfigured(run, String.valueOf(e.getMessage()));
        }
    }

    private Exit misconfigured(Run run, String error) {
        String message = "Reconciliation failed terminally due to configuration error: " + error;
        Run stalled = report.stalled(run, "InvalidCELExpression", message);
        report.error(stalled, message);
        return new Exit(Report.withGeneration(stalled), new Result.Done());
    }

    /** An account for decryption is asked for by name only where that is switched on. */
    private void requireDecryptionGate(Run run) {
        if (run.spec().text("decryption", "serviceAccountName").isEmpty() || profile.gate(OBJECT_IDENTITY, false)) {
            return;
        }
        String message = "to use spec.decryption.serviceAccountName for decryption authentication please enable the "
                + OBJECT_IDENTITY + " feature gate in the controller";
        Run stalled = report.stalled(run, "FeatureGateDisabled", message);
        report.error(stalled, message);
        throw new Exit(stalled, new Result.Done());
    }

    /** The server stores what its pattern allows; a duration beyond Go's range then stops the controller's whole informer. */
    private static void requireReadable(KustomizationSpec spec) {
        try {
            spec.timing();
        } catch (InvalidDurationException e) {
            throw new NotModelledException("an informer that cannot read an object (" + e.getMessage() + ")");
        }
    }

    @Override
    public Result resume(NamespacedName name) {
        Run run = runs.remove(name);
        if (run == null) {
            return reconcile(name);
        }
        return finish(name, run, () -> goOn(run));
    }

    private Run goOn(Run run) {
        if (run.phase() instanceof Run.Fetching fetching) {
            return fetch(run, fetching.url());
        }
        if (run.phase() instanceof Run.Terminating terminating) {
            return finalization.await(run, terminating);
        }
        return run.phase() instanceof Run.Applying applying
                ? applyPhase.apply(run, applying)
                : healthPhase.checkHealth(run);
    }

    private Duration poll(Run run) {
        Run.Phase phase = run.phase();
        if (phase instanceof Run.Fetching) {
            return FETCH_TIME;
        }
        if (phase instanceof Run.Terminating terminating) {
            return finalization.poll(run, terminating);
        }
        return phase instanceof Run.Checking ? HEALTH_POLL : STAGE_POLL;
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
                return new Result.Waiting(poll(run));
            }
            result = new Result.After(run.spec().interval());
        } catch (Exit exit) {
            run = exit.run();
            result = exit.result();
        } catch (NotModelledException e) {
            MapNode before = begun.before();
            String message = "not modelled: " + e.getMessage();
            patcher.patch(
                    before, Conditions.set(before, Conditions.READY, "False", "NotModelled", message, kernel.now()));
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
            report.finished(
                    object,
                    "Reconciliation finished in "
                            + GoDurations.format(Duration.between(run.started(), kernel.now()))
                            + ", next run in " + GoDurations.format(run.spec().interval()));
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
            run = report.stalled(run, "AccessDenied", denied.message());
            report.error(run, denied.message());
            throw new Exit(run, new Result.Done());
        }
        if (source instanceof SourceAccess.Failed failed) {
            throw new Exit(
                    report.notReady(run, "ArtifactFailed", failed.message()),
                    failed.notFound() ? new Result.After(spec.retryInterval()) : new Result.Failed(failed.message()));
        }
        MapNode live = ((SourceAccess.Found) source).object();
        String url = live.findText("status", "artifact", "url");
        String revision = live.findText("status", "artifact", "revision");
        Result dependencyRetry = new Result.After(profile.requeueDependency());
        String retryIn = "retrying in " + GoDurations.format(profile.requeueDependency());
        if (revision.isEmpty()) {
            throw new Exit(
                    report.notReady(run, "ArtifactFailed", "Source artifact not found, " + retryIn), dependencyRetry);
        }
        run = run.about(revision);
        DependencyCheck.Unmet unmet = new DependencyCheck(
                        profile.gate("AdditiveCELDependencyCheck", false), this::readDirectly, READY_EXPRESSIONS)
                .kustomization(run.object(), revision);
        if (unmet != null && unmet.terminal()) {
            throw misconfigured(run, unmet.error());
        }
        if (unmet != null) {
            run = report.notReady(run, "DependencyNotReady", unmet.error());
            report.info(run, "Dependencies do not meet ready condition, " + retryIn);
            throw new Exit(run, dependencyRetry);
        }
        run = run.with(Conditions.set(
                run.object(), Conditions.READY, "Unknown", "Progressing", "Reconciliation in progress", kernel.now()));
        run = report.progress(run, "Fetching manifests");
        return run.in(new Run.Fetching(url));
    }

    private Run fetch(Run fetching, String url) {
        Run run = fetching.in(new Run.Starting());
        KustomizationSpec spec = run.spec();
        Optional<Content> content = artifacts.find(url);
        if (content.isEmpty()) {
            throw new Exit(
                    report.notReady(
                            run,
                            "ArtifactFailed",
                            "Source is not ready, artifact not found, retrying in "
                                    + GoDurations.format(profile.requeueDependency())),
                    new Result.After(profile.requeueDependency()));
        }
        checkPath(run, content.get());
        run = report.progress(run, "Building manifests");
        run = run.with(run.object().with(List.of("status", "lastAttemptedRevision"), run.revision()));
        Optional<String> unreachable = identity.remoteProblem(spec);
        if (unreachable.isPresent()) {
            run = report.notReady(run, "ReconciliationFailed", unreachable.get());
            report.error(run, "failed to build kube client: " + unreachable.get());
            throw new Exit(run, new Result.After(spec.retryInterval()));
        }
        return applyPhase.build(run, content.get());
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
        gaps.check(kind.kind(), new NamespacedName(namespace, name));
        return response.isSuccess()
                ? new ObjectLookup.Found(response.object())
                : new ObjectLookup.Failed(response.message(), response.code() == 404);
    }

    private void checkPath(Run run, Content content) {
        String path = cleaned(run.spec().text("path"));
        boolean exists = path.isEmpty()
                || content.files().keySet().stream().anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
        if (!exists) {
            String message = "kustomization path not found: stat " + ArtifactBuilder.ROOT + "/" + path
                    + ": no such file or directory";
            throw report.failed(run, "ArtifactFailed", message);
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

    /** The refusal of the API server that is behind the object's last failure. */
    Optional<ApiResponse> refusal(NamespacedName name) {
        return applyPhase.refusal(name);
    }

    /** Takes over the runs under way of the reconciler that this one is a copy of. */
    KustomizationReconciler copyStateFrom(KustomizationReconciler origin) {
        runs.putAll(origin.runs);
        identity.copyStateFrom(origin.identity);
        applyPhase.copyStateFrom(origin.applyPhase);
        return this;
    }
}
