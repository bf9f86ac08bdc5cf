package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.flux.helm.Run.ActionType;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.HelmAction;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.flux.timing.Remediation;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings a release to what its HelmRelease says: finds the state, does the action that it calls for, and looks again, until
 * there is nothing left to do or no more may be done (internal/reconcile/atomic_release.go).
 */
final class AtomicRelease {

    private final Kernel kernel;
    private final FluxProfile profile;
    private final Gaps gaps;
    private final ReleaseReport report;
    private final ActionResults results;
    private final UnaryOperator<Run> patch;

    /** One that writes the HelmRelease between actions with {@code patch}. */
    AtomicRelease(Kernel kernel, FluxProfile profile, Gaps gaps, ReleaseReport report, UnaryOperator<Run> patch) {
        this.kernel = kernel;
        this.profile = profile;
        this.gaps = gaps;
        this.report = report;
        this.results = new ActionResults(report, retriesByDefault());
        this.patch = patch;
    }

    private boolean retriesByDefault() {
        return profile.gate("DefaultToRetryOnFailure", false);
    }

    /** How far a run came: it waits, or it ended. */
    record Progress(Run run, @Nullable Ending ending) {

        static Progress waiting(Run run) {
            return new Progress(run, null);
        }

        static Progress ended(Run run, Ending ending) {
            return new Progress(run, ending);
        }
    }

    private ReleaseTools tools(Run run, Client client) {
        return new ReleaseTools(kernel, client, gaps, run.object());
    }

    /** Goes on as far as it can without waiting. */
    Progress advance(Run begun, Client client) {
        Run run = begun;
        while (true) {
            if (run.operation() == null) {
                Progress next = choose(run, client);
                if (next.ending() != null) {
                    return next;
                }
                run = next.run();
            }
            Operation operation = run.operation();
            if (operation == null) {
                continue;
            }
            ReleaseTools tools =
                    new ReleaseTools(kernel, client, gaps, run.object(), HelmLog.after(operation.log(), kernel));
            Operation after = new OperationRunner(tools, new Preparation(tools, run.chart(), run.values()))
                    .advance(operation)
                    .withLog(tools.log().lines());
            if (!after.isDone()) {
                return Progress.waiting(run.doing(run.action(), after));
            }
            Progress ended = conclude(run.doing(run.action(), after), after, client);
            if (ended.ending() != null) {
                return ended;
            }
            run = ended.run();
        }
    }

    private static LoadedChart chart(Run run) {
        LoadedChart chart = run.chart();
        if (chart == null) {
            throw new IllegalStateException("a run that releases has a chart");
        }
        return chart;
    }

    /** Finds the state and begins the action that it calls for. */
    private Progress choose(Run run, Client client) {
        ReleaseTools tools = tools(run, client);
        ReleaseState state;
        HelmAction next;
        try {
            state = ReleaseState.determine(tools, chart(run).metadata(), run.values());
            HelmAction.Stored target = state.state() == HelmAction.State.FAILED
                    ? ReleaseState.rollbackTarget(tools)
                    : HelmAction.Stored.INTACT;
            next = HelmAction.next(run.object(), state.state(), target, retriesByDefault());
        } catch (HelmFailure e) {
            MapNode object = report.ready(
                    run.object(), "False", "StateError", "Could not determine release state: " + e.words());
            return Progress.ended(run, Ending.failed(object, "cannot determine release state: " + e.words()));
        }
        MapNode object = withHandledForce(History.with(run.object(), next.history()));
        String error = next.error();
        if (error != null) {
            return Progress.ended(run, impossible(object, error));
        }
        if (state.state() == HelmAction.State.DRIFTED) {
            object = drifted(object, state.drift());
        }
        if (state.state() == HelmAction.State.UNTESTED
                || (state.state() == HelmAction.State.IN_SYNC && next.name().isEmpty())) {
            object = results.inSync(object, state.state());
        }
        if (next.name().isEmpty()) {
            object = report.summarize(Conditions.delete(object, Conditions.RECONCILING));
            return Progress.ended(run, new Ending(object, interval(object), true));
        }
        ActionType type = type(next.name(), state.state());
        if (run.done().contains(type)) {
            return Progress.ended(run, mayNotContinue(object));
        }
        return begin(run.with(object), client, next.name(), type, state);
    }

    private static MapNode withHandledForce(MapNode object) {
        String force = ObjectFields.annotations(object).get("reconcile.fluxcd.io/forceAt");
        return force == null ? object : object.with(List.of("status", "lastHandledForceAt"), force);
    }

    private MapNode drifted(MapNode object, List<Drifted> drift) {
        String message = "Cluster state of release "
                + History.latest(object).map(History::releaseName).orElse("") + " has drifted from the desired state:\n"
                + Drifted.summary(drift);
        report.event(object, "Warning", "DriftDetected", message);
        return report.set(object, "Drifted", "True", "DriftDetected", message);
    }

    private static Result interval(MapNode object) {
        return new Result.After(new HelmReleaseSettings(object).interval());
    }

    private Ending impossible(MapNode object, String error) {
        if (error.startsWith("exceeded maximum retries")) {
            return Ending.terminal(report.stalled(object, "RetriesExceeded", attempts(object)));
        }
        if (error.startsWith("missing target release")) {
            return Ending.terminal(
                    report.stalled(object, "MissingRollbackTarget", "Failed to perform remediation: " + error));
        }
        return Ending.failed(object, error);
    }

    private static String attempts(MapNode object) {
        HelmReleaseSettings settings = new HelmReleaseSettings(object);
        long failures =
                settings.activeRemediation().map(Remediation::failureCount).orElse(0L);
        return "Failed to " + object.findText("status", "lastAttemptedReleaseAction") + " after " + failures
                + " attempt(s)";
    }

    private static ActionType type(String action, HelmAction.State state) {
        return switch (action) {
            case "test" -> ActionType.TEST;
            case "rollback" -> ActionType.REMEDIATE;
            case "uninstall" -> state == HelmAction.State.FAILED ? ActionType.REMEDIATE : ActionType.RELEASE;
            case "unlock" -> ActionType.UNLOCK;
            case "correct cluster drift" -> ActionType.DRIFT;
            default -> ActionType.RELEASE;
        };
    }

    private Optional<Duration> retry(MapNode object) {
        return new HelmReleaseSettings(object).activeRetryInterval(retriesByDefault());
    }

    private Ending retrying(MapNode object, Duration interval) {
        MapNode marked =
                report.reconciling(object, "ProgressingWithRetry", "retrying after " + GoDurations.format(interval));
        return new Ending(marked, new Result.After(interval), true);
    }

    private Ending withReadyMessage(MapNode object) {
        String message = Conditions.find(object, Conditions.READY)
                .map(Conditions.Condition::message)
                .orElse("");
        return Ending.again(report.reconciling(object, "ProgressingWithRetry", message));
    }

    private Ending mayNotContinue(MapNode object) {
        Optional<Duration> retry = retry(object);
        if (retry.isPresent()) {
            return retrying(object, retry.get());
        }
        Optional<Remediation> remediation = new HelmReleaseSettings(object).activeRemediation();
        if (remediation.isEmpty() || !remediation.get().isExhausted()) {
            return withReadyMessage(object);
        }
        return new Ending(Conditions.delete(object, Conditions.RECONCILING), interval(object), true);
    }

    /** After a remediation nothing more is done in this run. */
    private Ending mustStop(MapNode object) {
        Optional<Duration> retry = retry(object);
        if (retry.isPresent()) {
            return retrying(object, retry.get());
        }
        Optional<Remediation> remediation = new HelmReleaseSettings(object).activeRemediation();
        boolean uninstallsUpgrade = object.findText("status", "lastAttemptedReleaseAction")
                        .equals("upgrade")
                && remediation.map(r -> r.strategy().equals("uninstall")).orElse(false);
        if (remediation.isEmpty() || !remediation.get().isExhausted() || uninstallsUpgrade) {
            return withReadyMessage(object);
        }
        return Ending.terminal(report.stalled(object, "RetriesExceeded", attempts(object)));
    }

    private Duration timeout(MapNode object, String action) {
        HelmReleaseSettings settings = new HelmReleaseSettings(object);
        return action.equals("unlock") || action.equals("correct cluster drift")
                ? settings.timeout()
                : settings.timeout(action);
    }

    private Progress begin(Run run, Client client, String action, ActionType type, ReleaseState state) {
        Duration timeout = timeout(run.object(), action);
        String message = "Running '" + action + "' action with timeout of " + GoDurations.format(timeout);
        MapNode object = report.reconciling(run.object(), "Progressing", message);
        if (type == ActionType.RELEASE) {
            object = report.ready(object, "Unknown", "Progressing", message);
        }
        Run patched = patch.apply(run.with(object));
        if (type == ActionType.UNLOCK) {
            return unlock(patched, client);
        }
        if (type == ActionType.DRIFT) {
            return correct(patched, client, state.drift());
        }
        MapNode begun = results.begun(patched.object(), action);
        String name = new HelmReleaseSettings(begun).releaseName();
        Operation.Action kind = Operation.Action.valueOf(action.toUpperCase(java.util.Locale.ROOT));
        List<Step> steps = kind == Operation.Action.INSTALL || kind == Operation.Action.UPGRADE
                ? List.of(new Step.ApplyDefinitions(), new Step.Prepare())
                : List.of(new Step.Prepare());
        return Progress.waiting(
                patched.with(begun).doing(action, Operation.of(kind, name, timeout, steps, kernel.now())));
    }

    private Progress unlock(Run run, Client client) {
        ReleaseTools tools = tools(run, client);
        try {
            Optional<Release> last = tools.storage().last(new HelmReleaseSettings(run.object()).releaseName());
            if (last.isEmpty()) {
                return proceed(run.with(report.summarize(run.object())), ActionType.UNLOCK);
            }
            ActionResults.Concluded unlocked = results.unlocked(run.object(), last.get(), tools);
            return unlocked.error() == null
                    ? proceed(run.with(unlocked.object()), ActionType.UNLOCK)
                    : Progress.ended(run, actionFailed(unlocked.object(), unlocked.error()));
        } catch (HelmFailure e) {
            return Progress.ended(run, actionFailed(report.summarize(run.object()), e.words()));
        }
    }

    private Progress correct(Run run, Client client, List<Drifted> drift) {
        MapNode object = report.ready(run.object(), "Unknown", "Progressing", "correcting cluster drift");
        results.corrected(object, DriftDetection.correct(tools(run, client), drift));
        return proceed(run.with(object), ActionType.DRIFT);
    }

    private Progress proceed(Run run, ActionType type) {
        return Progress.waiting(patch.apply(run.after(type)));
    }

    /** What an action that ended means for the HelmRelease. */
    private Progress conclude(Run run, Operation operation, Client client) {
        ActionResults.Concluded concluded = results.conclude(run, operation, client);
        if (concluded.error() != null) {
            return Progress.ended(run, actionFailed(concluded.object(), concluded.error()));
        }
        Run after = run.with(concluded.object());
        boolean remediated = run.action().equals("rollback") || run.action().equals("uninstall");
        if (remediated) {
            return Progress.ended(after, mustStop(after.object()));
        }
        return proceed(after, run.action().equals("test") ? ActionType.TEST : ActionType.RELEASE);
    }

    /** An action that left no trace is tried again. */
    private Ending actionFailed(MapNode object, String error) {
        Optional<Duration> retry = retry(object);
        if (retry.isPresent()) {
            return retrying(object, retry.get());
        }
        MapNode failed = Conditions.isReady(object) ? report.ready(object, "False", "ReconcileError", error) : object;
        return Ending.failed(failed, error);
    }
}
