package dev.drydock.flux.artifact;

import dev.drydock.flux.repository.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What source-controller serves to the other controllers: immutable trees by artifact URL. Superseded artifacts stay until
 * they are collected (fluxcd/pkg artifact/storage, getGarbageFiles).
 */
public final class ArtifactStorage {

    private static final Duration RETENTION = Duration.ofSeconds(60);
    private static final int RETAINED = 2;

    private final TreeMap<String, Stored> byUrl = new TreeMap<>();

    /** A storage without artifacts. */
    public ArtifactStorage() {}

    private record Stored(Content content, Instant since) {}

    /** Stores a tree under the URL of its artifact. */
    public void put(String url, Content content, Instant now) {
        byUrl.put(url, new Stored(content, now));
    }

    /** The tree behind a URL; empty when it was never stored or was garbage-collected. */
    public Optional<Content> find(String url) {
        return Optional.ofNullable(byUrl.get(url)).map(Stored::content);
    }

    /** Removes what is stored below a URL prefix. */
    public void removeBelow(String prefix) {
        byUrl.keySet().removeIf(url -> url.startsWith(prefix));
    }

    /**
     * Removes superseded artifacts below a URL prefix: those older than a minute, and all but the newest two.
     *
     * @param current URL of the artifact in use, which always stays
     * @return how many were removed
     */
    public int collect(String prefix, String current, Instant now) {
        List<Map.Entry<String, Stored>> files = new ArrayList<>(byUrl.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .toList());
        files.sort(Comparator.comparing(file -> file.getValue().since()));
        int left = files.size();
        int removed = 0;
        for (Map.Entry<String, Stored> file : files) {
            boolean expired = Duration.between(file.getValue().since(), now).compareTo(RETENTION) > 0;
            if (!file.getKey().equals(current) && (expired || left > RETAINED)) {
                byUrl.remove(file.getKey());
                left--;
                removed++;
            }
        }
        return removed;
    }

    /** An independent copy. */
    public ArtifactStorage copy() {
        ArtifactStorage copy = new ArtifactStorage();
        copy.byUrl.putAll(byUrl);
        return copy;
    }
}
