package dev.drydock.flux.helm;

import dev.drydock.flux.timing.HelmHistory;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a HelmRelease remembers of the revisions that it made, newest first (api/v2/snapshot_types.go;
 * internal/reconcile/release.go).
 */
final class History {

    private static final List<String> PATH = List.of("status", "history");

    private History() {}

    /** The newest snapshot. */
    static Optional<MapNode> latest(MapNode object) {
        return HelmHistory.of(object).snapshots().stream().findFirst();
    }

    /** The newest good snapshot before the newest one. */
    static Optional<MapNode> previous(MapNode object, boolean ignoresTests) {
        return HelmHistory.of(object).previous(ignoresTests);
    }

    static int version(MapNode snapshot) {
        Long version = snapshot.findLong("version");
        return version == null ? 0 : version.intValue();
    }

    /** {@code namespace/name.vN}. */
    static String releaseName(MapNode snapshot) {
        return snapshot.findText("namespace") + "/" + snapshot.findText("name") + ".v" + version(snapshot);
    }

    /** {@code chart@version}. */
    static String chartName(MapNode snapshot) {
        return snapshot.findText("chartName") + "@" + snapshot.findText("chartVersion");
    }

    static boolean isTested(MapNode snapshot) {
        return snapshot.find("testHooks") instanceof MapNode;
    }

    static boolean hasFailedTest(MapNode snapshot) {
        return snapshot.findMap("testHooks").values().stream()
                .anyMatch(hook -> hook.findText("phase").equals("Failed"));
    }

    static boolean isFor(MapNode snapshot, Release release) {
        return release.isFor(snapshot.findText("name"), snapshot.findText("namespace"), version(snapshot));
    }

    static MapNode with(MapNode object, HelmHistory history) {
        return with(object, history.snapshots());
    }

    private static MapNode with(MapNode object, List<MapNode> snapshots) {
        return snapshots.isEmpty()
                ? object.withoutPath("status", "history")
                : object.with(PATH, ListNode.of(snapshots));
    }

    /** The snapshot of a revision. */
    static MapNode snapshot(Release release, String action, String ociDigest) {
        MapNode info = release.node().findMap("info");
        String appVersion = release.chart().findText("appVersion");
        return MapNode.builder()
                .put("apiVersion", "v2")
                .put("digest", release.digest(ociDigest))
                .put("name", release.name())
                .put("namespace", release.namespace())
                .put("version", release.version())
                .put("status", release.status())
                .putIfPresent("action", action.isEmpty() ? null : action)
                .put("chartName", release.chart().findText("name"))
                .put("chartVersion", release.chart().findText("version"))
                .putIfPresent("appVersion", appVersion.isEmpty() ? null : appVersion)
                .put("configDigest", Release.configDigest(release.config()))
                .put("firstDeployed", seconds(info.findText("first_deployed")))
                .put("lastDeployed", seconds(info.findText("last_deployed")))
                .putIfPresent("deleted", info.findText("deleted").isEmpty() ? null : seconds(info.findText("deleted")))
                .putIfPresent("ociDigest", ociDigest.isEmpty() ? null : ociDigest)
                .build();
    }

    private static String seconds(String time) {
        return time.replaceFirst("\\.[0-9]+Z$", "Z");
    }

    /** The object after an install or upgrade wrote revisions: the newest one is new, one of the others is updated. */
    static MapNode recorded(MapNode object, Map<Integer, Release> observed, String action) {
        if (observed.isEmpty()) {
            return object;
        }
        TreeMap<Integer, Release> sorted = new TreeMap<>(observed);
        List<MapNode> snapshots = new ArrayList<>(HelmHistory.of(object).snapshots());
        String digest = object.findText("status", "lastAttemptedRevisionDigest");
        Release newest = sorted.lastEntry().getValue();
        for (Release older :
                sorted.headMap(newest.version(), false).descendingMap().values()) {
            int index = indexOf(snapshots, older);
            if (index >= 0) {
                snapshots.set(index, updated(snapshots.get(index), older, ""));
                break;
            }
        }
        snapshots.add(0, snapshot(newest, action, digest));
        return with(object, snapshots);
    }

    /** The object after revisions that it knows were written again. */
    static MapNode updated(MapNode object, Map<Integer, Release> observed, String action) {
        List<MapNode> snapshots = new ArrayList<>(HelmHistory.of(object).snapshots());
        observed.values().forEach(release -> {
            int index = indexOf(snapshots, release);
            if (index >= 0) {
                snapshots.set(index, updated(snapshots.get(index), release, action));
            }
        });
        return with(object, snapshots);
    }

    /** The object after a rollback, which makes a revision that it does not know yet. */
    static MapNode rolledBack(MapNode object, Map<Integer, Release> observed) {
        List<MapNode> snapshots = new ArrayList<>(
                HelmHistory.of(updated(object, observed, "rollback")).snapshots());
        observed.values().forEach(release -> {
            if (indexOf(snapshots, release) < 0) {
                snapshots.add(0, snapshot(release, "rollback", ""));
            }
        });
        return with(object, snapshots);
    }

    /** The object with the results of the tests of its newest revision. */
    static MapNode tested(MapNode object, Map<Integer, Release> observed) {
        List<MapNode> snapshots = new ArrayList<>(HelmHistory.of(object).snapshots());
        observed.values().forEach(release -> {
            if (!snapshots.isEmpty() && isFor(snapshots.get(0), release)) {
                MapNode old = snapshots.get(0);
                MapNode.Builder hooks = MapNode.builder();
                for (Hook hook : release.hooks()) {
                    if (hook.runsAt("test")) {
                        hooks.put(hook.name(), testStatus(hook.node().findMap("last_run")));
                    }
                }
                snapshots.set(0, updated(old, release, old.findText("action")).with("testHooks", hooks.build()));
            }
        });
        return with(object, snapshots);
    }

    private static MapNode testStatus(MapNode run) {
        return MapNode.builder()
                .putIfPresent("lastStarted", run.has("started_at") ? seconds(run.findText("started_at")) : null)
                .putIfPresent("lastCompleted", run.has("completed_at") ? seconds(run.findText("completed_at")) : null)
                .putIfPresent("phase", run.get("phase"))
                .build();
    }

    private static MapNode updated(MapNode old, Release release, String action) {
        MapNode snapshot = snapshot(release, action, old.findText("ociDigest"));
        Node tests = old.get("testHooks");
        return tests == null ? snapshot : snapshot.with("testHooks", tests);
    }

    private static int indexOf(List<MapNode> snapshots, Release release) {
        for (int i = 0; i < snapshots.size(); i++) {
            if (isFor(snapshots.get(i), release)) {
                return i;
            }
        }
        return -1;
    }
}
