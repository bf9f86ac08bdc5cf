package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.fieldspec.Setters;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sets labels, and likewise annotations, wherever the field specs say; filters/labels and filters/annotations. */
public final class LabelTransformer implements Transformer {

    private final Map<String, String> entries;
    private final FieldSpecs specs;

    /** A transformer that sets these entries. */
    public LabelTransformer(Map<String, String> entries, FieldSpecs specs) {
        this.entries = new TreeMap<>(entries);
        this.specs = specs;
    }

    @Override
    public void transform(ResourceMap resources) {
        if (entries.isEmpty()) {
            return;
        }
        EntrySetter setter = new EntrySetter();
        FieldChanges changes = new FieldChanges(specs, setter::set, Kind.MAP);
        for (Resource resource : resources.resources()) {
            setter.startWith(entries);
            changes.apply(resource);
            setter.finish(resource);
        }
    }

    /** Puts the same scalar into all maps of one object, as kustomize does. */
    private static final class EntrySetter {
        private final Map<String, ScalarNode> values = new LinkedHashMap<>();
        private int maps;

        void startWith(Map<String, String> entries) {
            maps = 0;
            entries.forEach((key, text) -> values.put(key, Scalars.string(text)));
        }

        Node set(Node old) {
            maps++;
            Node map = old;
            for (Map.Entry<String, ScalarNode> entry : values.entrySet()) {
                map = Setters.entry(map, entry.getKey(), entry.getValue());
            }
            return map instanceof MapNode ? map : old;
        }

        void finish(Resource resource) {
            if (maps > 1) {
                values.values().forEach(resource::share);
            }
        }
    }
}
