package dev.drydock.flux.timing;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The releases that helm-controller remembers, newest first (snapshot_types.go).
 *
 * @param snapshots entries of {@code status.history}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HelmHistory(List<MapNode> snapshots) {

    private static final int MAX = 5;

    /** A history, sorted by version. */
    public HelmHistory {
        List<MapNode> sorted = new ArrayList<>(snapshots);
        sorted.sort(Comparator.comparing(HelmHistory::version).reversed());
        snapshots = List.copyOf(sorted);
    }

    /** The history of a HelmRelease. */
    public static HelmHistory of(MapNode release) {
        List<MapNode> snapshots = new ArrayList<>();
        for (Node snapshot : release.findList("status", "history")) {
            if (snapshot instanceof MapNode map) {
                snapshots.add(map);
            }
        }
        return new HelmHistory(snapshots);
    }

    private static long version(MapNode snapshot) {
        Long version = snapshot.findLong("version");
        return version == null ? 0 : version;
    }

    /** The release before the newest one that was good; empty when there is none. */
    public Optional<MapNode> previous(boolean ignoreTests) {
        int index = previousIndex(ignoreTests);
        return index < 0 ? Optional.empty() : Optional.of(snapshots.get(index));
    }

    private int previousIndex(boolean ignoreTests) {
        for (int i = 1; i < snapshots.size(); i++) {
            String status = snapshots.get(i).findText("status");
            boolean good = status.equals("deployed") || status.equals("superseded");
            if (good && (ignoreTests || !hasFailedTest(snapshots.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasFailedTest(MapNode snapshot) {
        return snapshot.findMap("testHooks").values().stream()
                .anyMatch(hook -> hook.findText("phase").equals("Failed"));
    }

    /** The history without what lies behind the last good release. */
    public HelmHistory truncated(boolean ignoreTests) {
        int index = previousIndex(ignoreTests);
        return index < 0 ? shortened() : new HelmHistory(snapshots.subList(0, index + 1));
    }

    /** The newest releases, as many as are kept. */
    public HelmHistory shortened() {
        return snapshots.size() <= MAX ? this : new HelmHistory(snapshots.subList(0, MAX));
    }
}
