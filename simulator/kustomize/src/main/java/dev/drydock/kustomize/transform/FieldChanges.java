package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One change for all fields of a list of specs. */
final class FieldChanges {

    private final List<FieldSpecFilter> filters = new ArrayList<>();

    FieldChanges(FieldSpecs specs, UnaryOperator<Node> change, @Nullable Kind createKind) {
        for (FieldSpec spec : specs.specs()) {
            filters.add(FieldSpecFilter.of(spec, change, createKind));
        }
    }

    MapNode apply(MapNode object) {
        MapNode changed = object;
        for (FieldSpecFilter filter : filters) {
            changed = filter.apply(changed);
        }
        return changed;
    }

    void apply(Resource resource) {
        resource.setNode(apply(resource.node()));
    }
}
