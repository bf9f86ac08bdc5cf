package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.CrashException;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.config.TransformerConfig;
import dev.drydock.kustomize.config.TransformerConfig.Field;
import dev.drydock.kustomize.nameref.NameReferences;
import dev.drydock.kustomize.resource.BuildAnnotations;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.kustomize.transform.HashTransformer;
import dev.drydock.kustomize.vars.Variables;
import java.util.ArrayList;
import java.util.List;

/** What happens once, at the root, when all names are final. */
final class Finishing {

    private Finishing() {}

    static void finish(ResourceMap resources, TransformerConfig config, Variables variables) {
        new HashTransformer().transform(resources);
        new NameReferences(config.references()).transform(resources);
        variables.resolve(resources, config.get(Field.VAR_REFERENCE));
        dropLocal(resources);
    }

    private static void dropLocal(ResourceMap resources) {
        List<Resource> kept = new ArrayList<>();
        for (Resource resource : resources.resources()) {
            if (resource.isEmpty()) {
                continue;
            }
            ResourceReader.check(resource.withBuildAnnotations());
            String local = resource.annotations().get(BuildAnnotations.LOCAL_CONFIG);
            if (local == null || local.equals("false")) {
                kept.add(resource);
            }
        }
        try {
            ResourceMap.distinct(resources.clock(), kept);
        } catch (KustomizeException e) {
            throw new CrashException(e.getMessage());
        }
        resources.reorder(kept);
    }
}
