package dev.drydock.flux.runtime;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The objects about which nothing can be said, because their reconciliation met something that is not modelled. A gap
 * lasts until a run of the object ends without one.
 */
public final class Gaps {

    private final Map<String, String> features = new TreeMap<>();

    /** A reconciler whose runs end at a gap instead of ending the simulation. */
    public Reconciler watch(String kind, Reconciler reconciler) {
        return new Reconciler() {
            @Override
            public Result reconcile(NamespacedName name) {
                return guarded(kind, name, () -> reconciler.reconcile(name));
            }

            @Override
            public Result resume(NamespacedName name) {
                return guarded(kind, name, () -> reconciler.resume(name));
            }
        };
    }

    private Result guarded(String kind, NamespacedName name, Supplier<Result> run) {
        String key = key(kind, name);
        try {
            Result result = run.get();
            features.remove(key);
            return result;
        } catch (NotModelledException e) {
            features.put(key, String.valueOf(e.getMessage()));
            return new Result.Done();
        }
    }

    /** What an object met that is not modelled. */
    public Optional<String> of(String kind, NamespacedName name) {
        return Optional.ofNullable(features.get(key(kind, name)));
    }

    /**
     * Refuses to go on with an object whose own state is not known.
     *
     * @throws NotModelledException when the object met a gap
     */
    public void check(String kind, NamespacedName name) {
        of(kind, name).ifPresent(feature -> {
            throw new NotModelledException(feature);
        });
    }

    private static String key(String kind, NamespacedName name) {
        return kind + "/" + name;
    }

    /** An independent copy. */
    public Gaps copy() {
        Gaps copy = new Gaps();
        copy.features.putAll(features);
        return copy;
    }
}
