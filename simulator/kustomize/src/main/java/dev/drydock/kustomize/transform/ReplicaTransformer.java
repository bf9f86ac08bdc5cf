package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.fieldspec.Setters;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.text.GoText;

/** Sets the number of replicas of objects of one name; ReplicaCountTransformer.go. */
public final class ReplicaTransformer implements Transformer {

    private final String name;
    private final long count;
    private final FieldSpecs specs;

    /** A transformer for one name. */
    public ReplicaTransformer(String name, long count, FieldSpecs specs) {
        this.name = name;
        this.count = count;
        this.specs = specs;
    }

    @Override
    public void transform(ResourceMap resources) {
        boolean found = false;
        for (FieldSpec spec : specs.specs()) {
            FieldSpecFilter filter = FieldSpecFilter.of(spec, Setters.integer(count), Kind.SCALAR);
            for (Resource resource : resources.resources()) {
                boolean meant = !resource.isEmpty()
                        && resource.allIds().stream()
                                .anyMatch(
                                        id -> id.name().equals(name) && id.gvk().isSelectedBy(spec.gvk()));
                if (meant) {
                    found = true;
                    resource.setNode(filter.apply(resource.node()));
                }
            }
        }
        if (!found) {
            throw new KustomizeException("resource with name " + name
                    + " does not match a config with the following GVK "
                    + GoText.list(specs.specs().stream()
                            .map(spec -> spec.gvk().toString())
                            .toList()));
        }
    }
}
