package dev.drydock.flux.kustomization;

import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code status.history}: the last five different outcomes (fluxcd/pkg apis/meta/history.go). */
final class History {

    private static final int MOST = 5;

    private History() {}

    /** The object with an outcome added or counted up. */
    static MapNode record(MapNode object, String digest, String status, String revision, Instant started, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        List<Node> entries =
                new ArrayList<>(object.findList("status", "history").items());
        MapNode entry = MapNode.builder()
                .put("digest", digest)
                .put("firstReconciled", time)
                .put("totalReconciliations", 0)
                .build();
        for (Node old : entries) {
            if (digest.equals(old.findString("digest")) && status.equals(old.findString("lastReconciledStatus"))) {
                entry = (MapNode) old;
            }
        }
        entries.remove(entry);
        Long total = entry.findLong("totalReconciliations");
        entries.add(
                0,
                entry.with("lastReconciled", time)
                        .with("lastReconciledDuration", GoDurations.format(Duration.between(started, now)))
                        .with("lastReconciledStatus", status)
                        .with("totalReconciliations", (total == null ? 0 : total) + 1)
                        .with("metadata", MapNode.of("revision", revision)));
        return object.with(
                List.of("status", "history"), ListNode.of(entries.subList(0, Math.min(MOST, entries.size()))));
    }
}
