package dev.drydock.flux.artifact;

import dev.drydock.flux.repository.Content;
import java.util.Optional;
import java.util.TreeMap;

/** What source-controller serves to the other controllers: immutable trees by artifact URL. */
public final class ArtifactStorage {

    private final TreeMap<String, Content> byUrl = new TreeMap<>();

    /** Stores a tree under the URL of its artifact. */
    public void put(String url, Content content) {
        byUrl.put(url, content);
    }

    /** The tree behind a URL; empty when it was never stored or was garbage-collected. */
    public Optional<Content> find(String url) {
        return Optional.ofNullable(byUrl.get(url));
    }

    /** Removes what is stored below a URL prefix. */
    public void removeBelow(String prefix) {
        byUrl.keySet().removeIf(url -> url.startsWith(prefix));
    }

    /** An independent copy. */
    public ArtifactStorage copy() {
        ArtifactStorage copy = new ArtifactStorage();
        copy.byUrl.putAll(byUrl);
        return copy;
    }
}
