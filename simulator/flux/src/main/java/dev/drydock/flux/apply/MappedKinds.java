package dev.drydock.flux.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds that a client has found once: it sends requests about them also when nobody serves them any more
 * (controller-runtime, pkg/client/apiutil/restmapper.go).
 */
public final class MappedKinds {

    private final TreeMap<String, String> resources = new TreeMap<>();

    /** Kinds of which none was found yet. */
    public MappedKinds() {}

    void found(GroupVersionKind kind, String resource) {
        resources.put(kind.toString(), resource);
    }

    /** The plural and the group of a kind that was found. */
    Optional<String> resource(GroupVersionKind kind) {
        return Optional.ofNullable(resources.get(kind.toString()));
    }

    /** Takes over what another client found. */
    public void addAll(MappedKinds others) {
        resources.putAll(others.resources);
    }
}
