package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.acl.SourceAccess;
import dev.drydock.flux.acl.SourceReadiness;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.chart.ChartTree;
import dev.drydock.flux.dependency.DependencyCheck;
import dev.drydock.flux.dependency.ReadyExpression;
import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings a HelmRelease to rest (helm-controller internal/controller/helmrelease_controller.go). */
final class HelmReleaseReconciler implements Reconciler {

    static final GroupVersionKind KIND = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");

    private static final String FINALIZER = "finalizers.fluxcd.io";
    private static final ReadyExpression READY_EXPRESSIONS = ReadyExpression.ofHelmReleases(new CelExpressions());
    private static final List<String> FINALIZERS = List.of("metadata", "finalizers");

    private final Kernel kernel;
    private final Client client;
    private final FluxProfile profile;
    private final ArtifactStorage artifacts;
    private final Gaps gaps;
    private final StatusPatcher patcher;
    private final ChartEngine engine;
    private final ReleaseReport report;
    private final ChartTemplate template;
    private final ReleaseIdentity identity;
    private final AtomicRelease atomic;
    private final Removal removal;
    private final Map<NamespacedName, Run> runs = new TreeMap<>();

    HelmReleaseReconciler(
            Kernel kernel,
            Client client,
            FluxProfile profile,
            ArtifactStorage artifacts,
            Gaps gaps,
            EventRecorder events,
            ChartEngine engine) {
        this.kernel = kernel;
        this.client = client;
        this.profile = profile;
        this.artifacts = artifacts;
        this.gaps = gaps;
        this.engine = engine;
        this.patcher = new StatusPatcher(client, "helm-controller");
        this.report = new ReleaseReport(kernel, events);
        this.template = new ChartTemplate(client, profile, events);
        this.identity = new ReleaseIdentity(client, profile);
        this.atomic = new AtomicRelease(kernel, profile, gaps, report, this::written);
        this.removal = new Removal(kernel, gaps, identity, report);
    }

    /** Takes over the runs under way of the reconciler that this one is a copy of. */
    void copyStateFrom(HelmReleaseReconciler origin) {
        runs.putAll(origin.runs);
    }

    private Run written(Run run) {
        patcher.patch(run.before(), run.object());
        return run.written();
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(KIND, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode object = found.object();
        if (!new HelmReleaseSettings(object).hasValidChartReference()) {
            return new Result.Done();
        }
        return finish(name, object, () -> begin(object));
    }

    @Override
    public Result resume(NamespacedName name) {
        Run run = runs.remove(name);
        if (run == null) {
            return reconcile(name);
        }
        return finish(name, run.before(), () -> advance(run));
    }

    private interface Story {
        AtomicRelease.Progress tell();
    }

    /** The deferred block of the controller. */
    private Result finish(NamespacedName name, MapNode before, Story story) {
        AtomicRelease.Progress progress;
        try {
            progress = story.tell();
        } catch (NotModelledException e) {
            String message = "not modelled: " + e.getMessage();
            patcher.patch(before, report.ready(before, "False", "NotModelled", message));
            throw e;
        }
        Ending ending = progress.ending();
        Run run = progress.run();
        if (ending == null) {
            Operation operation = run.operation();
            runs.put(name, written(run));
            return new Result.Waiting(operation == null ? java.time.Duration.ZERO : OperationRunner.poll(operation));
        }
        MapNode object = ending.object();
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        if (requested != null) {
            object = object.with(List.of("status", "lastHandledReconcileAt"), requested);
        }
        if (ending.observes()) {
            Long generation = object.findLong("metadata", "generation");
            object = object.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
        }
        patcher.patch(run.before(), object);
        return ending.result();
    }

    private static Run run(MapNode object, Run.Purpose purpose, @Nullable LoadedChart chart, MapNode values) {
        return new Run(object, object, chart, values, purpose, List.of(), "", null);
    }

    private AtomicRelease.Progress ended(MapNode before, Ending ending) {
        return AtomicRelease.Progress.ended(run(before, Run.Purpose.RELEASE, null, MapNode.EMPTY), ending);
    }

    private AtomicRelease.Progress begin(MapNode object) {
        ListNode finalizers = object.findList("metadata", "finalizers");
        if (object.find("metadata", "deletionTimestamp") != null) {
            return delete(run(object, Run.Purpose.DELETION, null, MapNode.EMPTY));
        }
        if (!finalizers.strings().contains(FINALIZER)) {
            return ended(object, Ending.again(object.with(FINALIZERS, finalizers.plus(Node.of(FINALIZER)))));
        }
        if (object.isTrue("spec", "suspend")) {
            return ended(object, Ending.terminal(object));
        }
        try {
            ReleaseWait.custom(object);
        } catch (ExpressionException e) {
            return ended(object, misconfigured(object, String.valueOf(e.getMessage())));
        }
        MapNode templated;
        try {
            templated = template.reconcile(object);
        } catch (HelmFailure e) {
            return ended(object, Ending.failed(object, e.words()));
        }
        Run run = written(run(object, Run.Purpose.RELEASE, null, MapNode.EMPTY)
                .with(report.reconciling(templated, "Progressing", "Fulfilling prerequisites")));
        return prepare(run);
    }

    private AtomicRelease.Progress stop(Run run, Ending ending) {
        return AtomicRelease.Progress.ended(run, ending);
    }

    private AtomicRelease.Progress prepare(Run run) {
        MapNode object = run.object();
        if (!object.findList("spec", "dependsOn").isEmpty()) {
            Ending ending = dependencies(object);
            if (ending != null) {
                return stop(run, ending);
            }
        }
        object = report.passed(object, "DependencyNotReady");
        SourceAccess.Result found = new SourceAccess(
                        profile.noCrossNamespaceRefs(), profile.gate("ExternalArtifact", false), this::readSource)
                .forHelmRelease(object);
        if (found instanceof SourceAccess.Denied denied) {
            MapNode stalled = report.stalled(object, "AccessDenied", denied.message());
            stalled = report.ready(stalled, "False", "AccessDenied", denied.message());
            report.event(stalled, "Warning", "AccessDenied", denied.message());
            return stop(run, Ending.terminal(stalled));
        }
        if (found instanceof SourceAccess.Failed failed) {
            String message = "could not get Source object: " + failed.message();
            return stop(run, Ending.failed(report.ready(object, "False", "ArtifactFailed", message), failed.message()));
        }
        object = report.passed(object, "AccessDenied", "ArtifactFailed");
        MapNode source = ((SourceAccess.Found) found).object();
        Optional<String> problem = SourceReadiness.problem(source);
        Result later = new Result.After(profile.requeueDependency());
        if (problem.isPresent()) {
            MapNode waiting = report.ready(object, "False", "SourceNotReady", problem.get());
            return stop(run, new Ending(waiting, later, false));
        }
        object = report.passed(object, "SourceNotReady");
        MapNode values;
        try {
            values = new ReleaseValuesSource(client).compose(object);
        } catch (HelmFailure e) {
            MapNode failed = report.ready(object, "False", "ValuesError", e.words());
            report.event(failed, "Warning", "ValuesError", e.words());
            return stop(run, Ending.failed(failed, e.words()));
        }
        object = report.passed(object, "ValuesError");
        Optional<Content> content = artifacts.find(source.findText("status", "artifact", "url"));
        if (content.isEmpty()) {
            String message = "Source not ready: artifact not found. Retrying in "
                    + GoDurations.format(profile.requeueDependency());
            return stop(run, new Ending(report.ready(object, "False", "ArtifactFailed", message), later, false));
        }
        LoadedChart chart;
        try {
            chart = engine.load(ChartTree.atRoot(content.get()));
        } catch (HelmFailure e) {
            MapNode failed = report.ready(object, "False", "ArtifactFailed", "Could not load chart: " + e.words());
            report.event(failed, "Warning", "ArtifactFailed", e.words());
            return stop(run, Ending.failed(failed, e.words()));
        }
        return release(run.with(report.passed(object, "ArtifactFailed")), source, chart, values);
    }

    private Ending misconfigured(MapNode object, String error) {
        String message = "Reconciliation failed terminally due to configuration error: " + error;
        MapNode stalled = report.ready(object, "False", "InvalidCELExpression", message);
        report.event(stalled, "Warning", "InvalidCELExpression", error);
        return Ending.terminal(report.stalled(stalled, "InvalidCELExpression", message));
    }

    private @Nullable Ending dependencies(MapNode object) {
        DependencyCheck.Unmet unmet = new DependencyCheck(
                        profile.gate("AdditiveCELDependencyCheck", false), this::readDirectly, READY_EXPRESSIONS)
                .helmRelease(object);
        if (unmet == null) {
            return null;
        }
        if (unmet.terminal()) {
            return misconfigured(object, unmet.error());
        }
        report.event(object, "Normal", "DependencyNotReady", unmet.error());
        return new Ending(
                report.ready(object, "False", "DependencyNotReady", unmet.error()),
                new Result.After(profile.requeueDependency()),
                false);
    }

    private AtomicRelease.Progress release(Run begun, MapNode source, LoadedChart loaded, MapNode values) {
        MapNode object = begun.object();
        LoadedChart chart = loaded;
        String digest = "";
        String kind = ObjectFields.kind(source);
        String revision = source.findText("status", "artifact", "revision");
        if (kind.equals("OCIRepository") || (kind.equals("ExternalArtifact") && revision.contains(":"))) {
            try {
                RevisionDigest mutated = RevisionDigest.of(chart.metadata().findText("version"), revision);
                digest = mutated.digest();
                chart = profile.gate("DisableChartDigestTracking", false)
                        ? chart
                        : chart.withVersion(mutated.version());
            } catch (HelmFailure e) {
                return stop(
                        begun, Ending.failed(report.ready(object, "False", "ChartMutateError", e.words()), e.words()));
            }
        }
        Optional<ReleaseIdentity.Problem> remote = identity.problem(object);
        if (remote.isPresent()) {
            String message = remote.get().message();
            return stop(begun, Ending.failed(report.ready(object, "False", "RESTClientError", message), message));
        }
        object = report.passed(object, "RESTClientError");
        Client account = identity.client(object);
        String chartName = chart.metadata().findText("name");
        String moved = ReleaseState.changedTarget(new ReleaseTools(kernel, account, gaps, object), chartName);
        boolean stays = moved.equals("chart name")
                && !new HelmReleaseSettings(object).chartNameChangeStrategy().equals("Reinstall");
        if (!moved.isEmpty() && !stays) {
            Run run = new Run(begun.before(), object, chart, values, Run.Purpose.MOVE, List.of(), "", null);
            return advance(removal.begin(run));
        }
        object = attempted(object, chart.metadata().findText("version"), digest, values);
        return advance(new Run(begun.before(), object, chart, values, Run.Purpose.RELEASE, List.of(), "", null));
    }

    private MapNode attempted(MapNode before, String version, String digest, MapNode values) {
        MapNode object =
                before.with(List.of("status", "storageNamespace"), new HelmReleaseSettings(before).storageNamespace());
        if (ReleaseState.resetsFailures(object, version, values)) {
            object = ReleaseReport.withoutFailures(object);
        }
        String reset = ObjectFields.annotations(object).get("reconcile.fluxcd.io/resetAt");
        object = reset == null ? object : object.with(List.of("status", "lastHandledResetAt"), reset);
        Long generation = object.findLong("metadata", "generation");
        object = object.with(List.of("status", "lastAttemptedGeneration"), generation == null ? 0 : generation)
                .with(List.of("status", "lastAttemptedRevision"), version)
                .with(List.of("status", "lastAttemptedConfigDigest"), Release.configDigest(values));
        object = digest.isEmpty()
                ? object.withoutPath("status", "lastAttemptedRevisionDigest")
                : object.with(List.of("status", "lastAttemptedRevisionDigest"), digest);
        return report.passed(object, "FactoryError");
    }

    private AtomicRelease.Progress advance(Run run) {
        if (run.purpose() == Run.Purpose.RELEASE) {
            AtomicRelease.Progress progress = atomic.advance(run, identity.client(run.object()));
            return progress;
        }
        AtomicRelease.Progress progress = removal.advance(run);
        boolean isDeleted = run.purpose() == Run.Purpose.DELETION;
        return progress.ending() != null || progress.run().operation() != null || !isDeleted
                ? progress
                : deleteChart(progress.run());
    }

    private AtomicRelease.Progress delete(Run run) {
        if (run.object().isTrue("spec", "suspend")) {
            return stop(run, Ending.terminal(withoutFinalizer(run.object())));
        }
        AtomicRelease.Progress begun = removal.delete(run);
        if (begun.ending() != null) {
            return begun;
        }
        return begun.run().operation() == null ? deleteChart(begun.run()) : advance(begun.run());
    }

    private AtomicRelease.Progress deleteChart(Run run) {
        try {
            return stop(run, Ending.terminal(withoutFinalizer(template.reconcile(run.object()))));
        } catch (HelmFailure e) {
            return stop(run, Ending.failed(run.object(), e.words()));
        }
    }

    private static MapNode withoutFinalizer(MapNode object) {
        List<Node> rest = object.findList("metadata", "finalizers").stream()
                .filter(finalizer -> !finalizer.equals(Node.of(FINALIZER)))
                .toList();
        return object.with(FINALIZERS, ListNode.of(rest));
    }

    /** Reads a source from the cache, which names the kind of what is missing. */
    private ObjectLookup.Answer readSource(GroupVersionKind kind, String namespace, String name) {
        ObjectLookup.Answer answer = readDirectly(kind, namespace, name);
        boolean cached = answer instanceof ObjectLookup.Failed failed
                && failed.notFound()
                && !profile.gate("DirectSourceFetch", false);
        return cached ? new ObjectLookup.Failed(kind.groupKind() + " \"" + name + "\" not found", true) : answer;
    }

    private ObjectLookup.Answer readDirectly(GroupVersionKind kind, String namespace, String name) {
        ApiResponse response = client.get(kind, new NamespacedName(namespace, name));
        gaps.check(kind.kind(), new NamespacedName(namespace, name));
        return response.isSuccess()
                ? new ObjectLookup.Found(response.object())
                : new ObjectLookup.Failed(response.message(), response.code() == 404);
    }
}
