package dev.drydock.flux.timing;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What helm-controller does next with a release (atomic_release.go, actionForState).
 *
 * @param name the action: {@code install}, {@code upgrade}, {@code test}, {@code rollback}, {@code uninstall},
 *     {@code unlock}, {@code correct cluster drift}; empty for none
 * @param error why nothing can be done, or null
 * @param history the history afterwards
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HelmAction(String name, @Nullable String error, HelmHistory history) {

    /** State of a release, as it was found. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum State {
        /** As desired. */
        IN_SYNC,
        /** Left pending by a controller that went away. */
        LOCKED,
        /** Not there. */
        ABSENT,
        /** There, but not made by this object. */
        UNMANAGED,
        /** Made from another chart or other values. */
        OUT_OF_SYNC,
        /** Changed in the cluster. */
        DRIFTED,
        /** Not tested yet. */
        UNTESTED,
        /** Failed. */
        FAILED
    }

    /** How a release of the history is found in Helm's storage. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum Stored {
        /** As remembered. */
        INTACT,
        /** Changed by somebody. */
        CHANGED,
        /** Not there any more. */
        MISSING
    }

    /**
     * The next action.
     *
     * @param release the HelmRelease
     * @param stored how the release to roll back to is found
     * @param retryByDefault the gate DefaultToRetryOnFailure
     */
    public static HelmAction next(MapNode release, State state, Stored stored, boolean retryByDefault) {
        HelmReleaseSettings settings = new HelmReleaseSettings(release);
        HelmHistory history = HelmHistory.of(release);
        boolean forced = isForced(release);
        return switch (state) {
            case IN_SYNC -> inSync(settings, history, forced, retryByDefault);
            case LOCKED -> act("unlock", history);
            case ABSENT -> unlessExhausted("install", settings.installRemediation(), forced, history);
            case UNMANAGED -> act("upgrade", new HelmHistory(List.of()));
            case OUT_OF_SYNC -> unlessExhausted("upgrade", settings.upgradeRemediation(), forced, history);
            case DRIFTED -> act(settings.driftDetection().equals("enabled") ? "correct cluster drift" : "", history);
            case UNTESTED -> act("test", history);
            case FAILED -> failed(settings, history, forced, stored, retryByDefault);
        };
    }

    private static HelmAction inSync(
            HelmReleaseSettings settings, HelmHistory history, boolean forced, boolean retryByDefault) {
        boolean ignoreTests = settings.activeRemediation()
                .map(Remediation::ignoresTestFailures)
                .orElse(settings.release().isTrue("spec", "test", "ignoreFailures"));
        HelmHistory kept = settings.activeRetryInterval(retryByDefault).isPresent()
                ? history.shortened()
                : history.truncated(ignoreTests);
        return act(forced ? "upgrade" : "", kept);
    }

    private static HelmAction unlessExhausted(
            String action, Remediation remediation, boolean forced, HelmHistory history) {
        return remediation.isExhausted() && !forced
                ? new HelmAction("", "exceeded maximum retries: cannot " + action + " release", history)
                : act(action, history);
    }

    private static HelmAction failed(
            HelmReleaseSettings settings, HelmHistory history, boolean forced, Stored stored, boolean retryByDefault) {
        if (settings.activeRetryInterval(retryByDefault).isPresent()) {
            return act("upgrade", history.shortened());
        }
        Optional<Remediation> active = settings.activeRemediation();
        if (active.isEmpty() || active.get().failureCount() <= 0 || forced) {
            return act("upgrade", history);
        }
        Remediation remediation = active.get();
        if (remediation.isExhausted() && !remediation.remediatesLastFailure()) {
            return new HelmAction("", "exceeded maximum retries: cannot remediate failed release", history);
        }
        HelmHistory kept = history.truncated(remediation.ignoresTestFailures());
        return switch (remediation.strategy()) {
            case "uninstall" -> act("uninstall", kept);
            case "rollback" -> rollback(remediation, kept, stored);
            default -> new HelmAction("", "unknown remediation strategy: " + remediation.strategy(), kept);
        };
    }

    private static HelmAction rollback(Remediation remediation, HelmHistory history, Stored stored) {
        if (history.previous(remediation.ignoresTestFailures()).isEmpty()) {
            return new HelmAction("", "missing target release for rollback: cannot remediate failed release", history);
        }
        return act(stored == Stored.INTACT ? "rollback" : "upgrade", history);
    }

    private static HelmAction act(String name, HelmHistory history) {
        return new HelmAction(name, null, history);
    }

    /** Both annotations must carry the same value, and neither may have been handled before. */
    private static boolean isForced(MapNode release) {
        Map<String, String> annotations = ObjectFields.annotations(release);
        String force = annotations.get("reconcile.fluxcd.io/forceAt");
        String request = annotations.get("reconcile.fluxcd.io/requestedAt");
        return force != null
                && force.equals(request)
                && !force.equals(release.findText("status", "lastHandledReconcileAt"))
                && !force.equals(release.findText("status", "lastHandledForceAt"));
    }
}
