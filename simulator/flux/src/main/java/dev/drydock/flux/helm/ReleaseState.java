package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.HelmAction;
import dev.drydock.flux.timing.HelmAction.State;
import dev.drydock.flux.timing.Remediation;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What the storage and the cluster say about a release, compared with its HelmRelease
 * (internal/reconcile/state.go, DetermineReleaseState).
 *
 * @param state the state
 * @param drift what drifted
 */
record ReleaseState(State state, List<Drifted> drift) {

    ReleaseState {
        drift = List.copyOf(drift);
    }

    private static ReleaseState of(State state) {
        return new ReleaseState(state, List.of());
    }

    /**
     * Finds the state.
     *
     * @throws HelmFailure when it cannot be found
     */
    static ReleaseState determine(ReleaseTools tools, MapNode chart, MapNode values) {
        MapNode object = tools.object();
        Optional<Release> last;
        try {
            last = tools.storage().last(tools.settings().releaseName());
        } catch (HelmFailure e) {
            throw e.after("failed to retrieve last release from storage: ");
        }
        if (last.isEmpty()) {
            return of(State.ABSENT);
        }
        Release release = last.get();
        if (release.isPending()) {
            return of(State.LOCKED);
        }
        Optional<MapNode> latest = History.latest(object);
        if (latest.isEmpty()) {
            return of(release.status().equals(Release.UNINSTALLED) ? State.ABSENT : State.UNMANAGED);
        }
        if (!isObserved(latest.get(), release)) {
            return of(State.UNMANAGED);
        }
        return switch (release.status()) {
            case Release.FAILED -> of(State.FAILED);
            case Release.UNINSTALLED -> of(State.ABSENT);
            case Release.DEPLOYED -> deployed(tools, release, latest.get(), chart, values);
            default ->
                throw new HelmFailure("unable to determine state for release with status '" + release.status() + "'");
        };
    }

    private static boolean isObserved(MapNode snapshot, Release release) {
        return !snapshot.findText("apiVersion").equals("v2")
                || snapshot.findText("digest").equals(release.digest(snapshot.findText("ociDigest")));
    }

    private static ReleaseState deployed(
            ReleaseTools tools, Release release, MapNode latest, MapNode chart, MapNode values) {
        MapNode object = tools.object();
        boolean sameChart = release.chart().findText("name").equals(chart.findText("name"))
                && release.chart().findText("version").equals(chart.findText("version"));
        if (!sameChart || !latest.findText("configDigest").equals(Release.configDigest(values))) {
            return of(State.OUT_OF_SYNC);
        }
        boolean isNewGeneration = !String.valueOf(object.findLong("status", "observedGeneration"))
                .equals(String.valueOf(object.findLong("metadata", "generation")));
        if (isNewGeneration
                && !(SpecDigests.postRenderers(object).equals(object.findText("status", "observedPostRenderersDigest"))
                        && SpecDigests.commonMetadata(object)
                                .equals(object.findText("status", "observedCommonMetadataDigest")))) {
            return of(State.OUT_OF_SYNC);
        }
        if (object.isTrue("spec", "test", "enable")) {
            if (!History.isTested(latest)) {
                return of(State.UNTESTED);
            }
            Optional<Remediation> remediation = tools.settings().activeRemediation();
            if (remediation.isPresent() && !remediation.get().ignoresTestFailures() && History.hasFailedTest(latest)) {
                return of(State.FAILED);
            }
        }
        if (!tools.settings().driftDetection().equals("disabled")) {
            List<Drifted> drift = DriftDetection.of(tools, release);
            if (!drift.isEmpty()) {
                return new ReleaseState(State.DRIFTED, drift);
            }
        }
        return of(State.IN_SYNC);
    }

    /** How the release to roll back to is found in the storage. */
    static HelmAction.Stored rollbackTarget(ReleaseTools tools) {
        MapNode object = tools.object();
        boolean ignores = tools.settings()
                .activeRemediation()
                .map(Remediation::ignoresTestFailures)
                .orElse(false);
        Optional<MapNode> previous = History.previous(object, ignores);
        if (previous.isEmpty()) {
            return HelmAction.Stored.MISSING;
        }
        Optional<Release> stored;
        try {
            stored = tools.storage().get(previous.get().findText("name"), History.version(previous.get()));
        } catch (HelmFailure e) {
            throw e.after("cannot verify previous release to roll back to: ");
        }
        if (stored.isEmpty()) {
            return HelmAction.Stored.MISSING;
        }
        return isObserved(previous.get(), stored.get()) ? HelmAction.Stored.INTACT : HelmAction.Stored.CHANGED;
    }

    /** Which part of where the release goes has changed, empty for none (internal/action/verify.go). */
    static String changedTarget(ReleaseTools tools, String chartName) {
        MapNode object = tools.object();
        String storage = object.findText("status", "storageNamespace");
        Optional<MapNode> latest = History.latest(object);
        if (storage.isEmpty() || latest.isEmpty()) {
            return "";
        }
        if (!tools.settings().storageNamespace().equals(storage)) {
            return "storage namespace";
        }
        if (!tools.settings().releaseNamespace().equals(latest.get().findText("namespace"))) {
            return "release namespace";
        }
        if (!tools.settings().releaseName().equals(latest.get().findText("name"))) {
            return "release name";
        }
        return chartName.equals(latest.get().findText("chartName")) ? "" : "chart name";
    }

    /** Whether the failures that were counted do not count any more (internal/action/reset.go). */
    static boolean resetsFailures(MapNode object, String chartVersion, MapNode values) {
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/resetAt");
        boolean resets = requested != null
                && requested.equals(ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt"))
                && !requested.equals(object.findText("status", "lastHandledResetAt"))
                && !requested.equals(object.findText("status", "lastHandledReconcileAt"));
        String digest = object.findText("status", "lastAttemptedConfigDigest");
        return resets
                || !String.valueOf(object.findLong("status", "lastAttemptedGeneration"))
                        .equals(String.valueOf(object.findLong("metadata", "generation")))
                || !object.findText("status", "lastAttemptedRevision").equals(chartVersion)
                || (!digest.isEmpty() && !digest.equals(Release.configDigest(values)));
    }
}
