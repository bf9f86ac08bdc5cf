package dev.drydock.kustomize.generator;

import dev.drydock.kustomize.resource.Resource;
import java.util.List;

/** Makes objects. */
@FunctionalInterface
public interface Generator {

    /**
     * The objects.
     *
     * @throws dev.drydock.kustomize.KustomizeException when it cannot make them
     */
    List<Resource> generate();
}
