package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.resource.ResourceMap;

/** Changes the objects of a build. */
@FunctionalInterface
public interface Transformer {

    /**
     * Changes objects in place, adds or removes some.
     *
     * @throws dev.drydock.kustomize.KustomizeException when it cannot
     */
    void transform(ResourceMap resources);
}
