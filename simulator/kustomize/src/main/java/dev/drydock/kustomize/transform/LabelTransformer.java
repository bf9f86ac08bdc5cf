package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.fieldspec.Setters;
import dev.drydock.kustomize.resource.ResourceMap;
import java.util.Map;
import java.util.TreeMap;

/** Sets labels, and likewise annotations, wherever the field specs say; filters/labels and filters/annotations. */
public final class LabelTransformer implements Transformer {

    private final Map<String, String> entries;
    private final FieldChanges changes;

    /** A transformer that sets these entries. */
    public LabelTransformer(Map<String, String> entries, FieldSpecs specs) {
        this.entries = new TreeMap<>(entries);
        this.changes = new FieldChanges(specs, Setters.entries(this.entries), Kind.MAP);
    }

    @Override
    public void transform(ResourceMap resources) {
        if (!entries.isEmpty()) {
            resources.resources().forEach(changes::apply);
        }
    }
}
