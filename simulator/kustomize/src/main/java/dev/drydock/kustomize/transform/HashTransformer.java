package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.generator.NameHash;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;

/** Ends the names of generated objects in a hash of their content. */
public final class HashTransformer implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        for (Resource resource : resources.resources()) {
            if (resource.needsHash()) {
                String hash = NameHash.of(resource.node());
                resource.storePreviousId();
                resource.setName(resource.name() + "-" + hash);
            }
        }
    }
}
