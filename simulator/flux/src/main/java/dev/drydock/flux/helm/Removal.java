package dev.drydock.flux.helm;

import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * Uninstalls a release whose HelmRelease is deleted or means another one now
 * (helmrelease_controller.go, reconcileReleaseDeletion and reconcileUninstall).
 */
final class Removal {

    private final Kernel kernel;
    private final Gaps gaps;
    private final ReleaseIdentity identity;
    private final ReleaseReport report;

    Removal(Kernel kernel, Gaps gaps, ReleaseIdentity identity, ReleaseReport report) {
        this.kernel = kernel;
        this.gaps = gaps;
        this.identity = identity;
        this.report = report;
    }

    /** Begins the uninstall of a deleted HelmRelease, if there is anything that can be uninstalled. */
    AtomicRelease.Progress delete(Run run) {
        MapNode object = run.object();
        if (object.findText("status", "storageNamespace").isEmpty()) {
            return AtomicRelease.Progress.waiting(run);
        }
        Optional<ReleaseIdentity.Problem> problem = identity.problem(object);
        if (problem.isPresent()) {
            if (problem.get().isMissing()) {
                return AtomicRelease.Progress.waiting(run);
            }
            return failed(
                    run,
                    "failed to build REST client getter to uninstall release: "
                            + problem.get().message());
        }
        String account = identity.account(object);
        if (!account.isEmpty()) {
            ApiResponse found = identity.accountOf(object);
            if (found.code() == 404) {
                return AtomicRelease.Progress.waiting(run);
            }
            if (!found.isSuccess()) {
                return failed(
                        run,
                        "failed to confirm ServiceAccount '" + account + "' can be used to uninstall release: "
                                + found.message());
            }
        }
        return AtomicRelease.Progress.waiting(begin(run));
    }

    private AtomicRelease.Progress failed(Run run, String message) {
        MapNode object = report.ready(run.object(), "False", "UninstallFailed", message);
        return AtomicRelease.Progress.ended(run, Ending.failed(object, message));
    }

    /** The run with the uninstall begun; without a release to uninstall nothing begins. */
    Run begin(Run run) {
        Optional<MapNode> latest = History.latest(run.object());
        if (latest.isEmpty()) {
            return run.with(cleared(report.summarize(run.object()), run.purpose()));
        }
        HelmReleaseSettings settings = new HelmReleaseSettings(run.object());
        Operation operation = Operation.of(
                Operation.Action.UNINSTALL,
                latest.get().findText("name"),
                settings.timeout("uninstall"),
                List.of(new Step.Prepare()),
                kernel.now());
        return run.doing("uninstall", operation);
    }

    /** Goes on with the uninstall; once it is done, the run has no operation any more. */
    AtomicRelease.Progress advance(Run run) {
        Operation operation = run.operation();
        if (operation == null) {
            return ended(run);
        }
        ReleaseTools tools = new ReleaseTools(
                kernel, identity.client(run.object()), gaps, run.object(), HelmLog.after(operation.log(), kernel));
        Operation after = new OperationRunner(tools, new Preparation(tools, null, MapNode.EMPTY))
                .advance(operation)
                .withLog(tools.log().lines());
        if (!after.isDone()) {
            return AtomicRelease.Progress.waiting(run.doing("uninstall", after));
        }
        ActionResults.Concluded concluded = new ActionResults(report, false).removed(run.object(), after);
        String error = concluded.error();
        if (error != null) {
            return AtomicRelease.Progress.ended(run, Ending.failed(concluded.object(), error));
        }
        return ended(run.with(cleared(concluded.object(), run.purpose())).doing("", null));
    }

    /** After a move the release is made anew at once; after a deletion the HelmChart goes too. */
    private static AtomicRelease.Progress ended(Run run) {
        return run.purpose() == Run.Purpose.MOVE
                ? AtomicRelease.Progress.ended(run, Ending.again(run.object()))
                : AtomicRelease.Progress.waiting(run);
    }

    private static MapNode cleared(MapNode object, Run.Purpose purpose) {
        MapNode cleared = object.withoutPath("status", "history").withoutPath("status", "storageNamespace");
        return purpose == Run.Purpose.MOVE ? ReleaseReport.withoutFailures(cleared) : cleared;
    }
}
