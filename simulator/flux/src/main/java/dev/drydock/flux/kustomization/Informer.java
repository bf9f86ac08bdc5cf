package dev.drydock.flux.kustomization;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the controller's cache of Kustomizations knows (client-go, tools/cache/reflector.go). The server stores what a
 * pattern allows; a duration that Go cannot read then fails every list and watch, and the cache stays as it was for all
 * Kustomizations until the object is gone.
 */
final class Informer {

    private final TreeSet<NamespacedName> unreadable = new TreeSet<>();
    private final TreeSet<NamespacedName> missed = new TreeSet<>();
    private final TreeSet<NamespacedName> unknown = new TreeSet<>();

    /** Whether the cache stands still. */
    boolean isStopped() {
        return !unreadable.isEmpty();
    }

    /** Whether the cache has an object, as it was when it stopped. */
    boolean knows(NamespacedName name) {
        return !unknown.contains(name) && !unreadable.contains(name);
    }

    /**
     * Takes note of a change.
     *
     * @param counts whether the controller would act on it
     * @return the objects that the controller looks at now
     */
    List<NamespacedName> see(WatchEvent event, boolean counts) {
        NamespacedName name = NamespacedName.of(event.object());
        boolean stopped = isStopped();
        if (event.type() == WatchEvent.Type.DELETED || isReadable(event.object())) {
            unreadable.remove(name);
        } else {
            unreadable.add(name);
        }
        if (isStopped()) {
            missed.add(name);
            if (event.type() == WatchEvent.Type.ADDED) {
                unknown.add(name);
            }
            return List.of();
        }
        if (!stopped) {
            return counts ? List.of(name) : List.of();
        }
        missed.add(name);
        List<NamespacedName> changed = new ArrayList<>(missed);
        missed.clear();
        unknown.clear();
        return changed;
    }

    /** Fills the cache of a controller that starts; with an unreadable object it stays empty. */
    void fill(List<MapNode> objects) {
        objects.stream()
                .filter(object -> !isReadable(object))
                .map(NamespacedName::of)
                .forEach(unreadable::add);
        if (isStopped()) {
            objects.stream().map(NamespacedName::of).forEach(name -> {
                unknown.add(name);
                missed.add(name);
            });
        }
    }

    private static boolean isReadable(MapNode object) {
        try {
            new KustomizationSpec(object).timing();
            return true;
        } catch (InvalidDurationException e) {
            return false;
        }
    }

    /** An informer that knows what this one knows. */
    Informer copy() {
        Informer copy = new Informer();
        copy.unreadable.addAll(unreadable);
        copy.missed.addAll(missed);
        copy.unknown.addAll(unknown);
        return copy;
    }
}
