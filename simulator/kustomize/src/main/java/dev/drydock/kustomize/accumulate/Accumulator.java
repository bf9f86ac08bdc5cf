package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.config.TransformerConfig;
import dev.drydock.kustomize.resource.IdentityClock;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.vars.Variables;

/** What a kustomization has gathered: objects, field specs, variables; accumulator/resaccumulator.go. */
final class Accumulator {

    private final ResourceMap resources;
    private TransformerConfig config = TransformerConfig.EMPTY;
    private final Variables variables = new Variables();

    Accumulator(IdentityClock clock) {
        this.resources = new ResourceMap(clock);
    }

    ResourceMap resources() {
        return resources;
    }

    TransformerConfig config() {
        return config;
    }

    Variables variables() {
        return variables;
    }

    void mergeConfig(TransformerConfig more) {
        config = config.merge(more);
    }

    void merge(Accumulator base) {
        resources.appendAll(base.resources.resources());
        mergeConfig(base.config);
        variables.merge(base.variables);
    }
}
