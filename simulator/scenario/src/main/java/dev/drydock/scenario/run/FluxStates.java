package dev.drydock.scenario.run;

import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.Watcher;
import dev.drydock.yaml.MapNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers the last complete state of every Flux object, so that one whose retry is in flight can be seen at rest.
 *
 * <p>In flight means that its Ready condition is Unknown. A retry is a run for the generation and revision of a
 * complete state that was not ready.
 */
final class FluxStates implements Watcher {

    private final Map<String, MapNode> complete = new TreeMap<>();
    private final Map<String, MapNode> inFlight = new TreeMap<>();

    FluxStates() {}

    /** A copy for a copied world. */
    FluxStates copy() {
        FluxStates copy = new FluxStates();
        copy.complete.putAll(complete);
        copy.inFlight.putAll(inFlight);
        return copy;
    }

    @Override
    public void changed(WatchEvent event) {
        if (!event.resource().group().endsWith(Outcomes.FLUX_GROUPS)) {
            return;
        }
        String key = key(event.object());
        inFlight.remove(key);
        if (event.type() == WatchEvent.Type.DELETED) {
            complete.remove(key);
            return;
        }
        MapNode ready = Outcomes.condition(event.object(), "Ready");
        if (ready != null && "Unknown".equals(ready.findString("status"))) {
            inFlight.put(key, event.object());
        } else {
            complete.put(key, event.object());
        }
    }

    /** Whether a run is in flight that is no retry. */
    boolean isMoving() {
        return inFlight.entrySet().stream().anyMatch(run -> !isRetry(run.getKey(), run.getValue()));
    }

    /** The last complete state of an object whose run is in flight, else empty. */
    Optional<MapNode> atRest(MapNode object) {
        String key = key(object);
        return inFlight.containsKey(key) ? Optional.ofNullable(complete.get(key)) : Optional.empty();
    }

    private boolean isRetry(String key, MapNode run) {
        MapNode before = complete.get(key);
        if (before == null || !Objects.equals(attempt(before), attempt(run))) {
            return false;
        }
        MapNode ready = Outcomes.condition(before, "Ready");
        return ready != null && "False".equals(ready.findString("status"));
    }

    private static String attempt(MapNode object) {
        return object.find("metadata", "uid") + " " + object.find("metadata", "generation") + " "
                + object.find("status", "lastAttemptedRevision");
    }

    private static String key(MapNode object) {
        return ObjectLabel.of(object);
    }
}
