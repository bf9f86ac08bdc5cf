package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.PathSplitter;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.Selector;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one value into fields of selected objects; ValueAddTransformer.go and filters/valueadd. */
public final class ValueAddTransformer implements Transformer {

    /**
     * Where the value goes.
     *
     * @param selector null for all objects
     * @param filePathPosition where in a path it is inserted, from one; zero replaces the field
     */
    public record Target(@Nullable Selector selector, String fieldPath, int filePathPosition) {}

    private final String value;
    private final List<Target> targets;

    /** A transformer for one value. */
    public ValueAddTransformer(String value, List<Target> targets) {
        this.value = value;
        this.targets = List.copyOf(targets);
    }

    @Override
    public void transform(ResourceMap resources) {
        for (Target target : targets) {
            Selector selector = target.selector();
            List<Resource> selected = selector == null ? resources.resources() : selector.select(resources);
            for (Resource resource : selected) {
                if (target.fieldPath().equals("metadata/namespace")) {
                    resource.setNode(new NamespaceTransformer(value, FieldSpecs.NONE, false, "")
                            .moved(resource.node(), resource.currentId().clusterScoped()));
                } else {
                    List<String> path = PathSplitter.split("/" + target.fieldPath(), "/");
                    resource.setNode((MapNode) set(resource.node(), path, target.filePathPosition()));
                }
            }
        }
    }

    private Node set(Node node, List<String> path, int position) {
        if (path.isEmpty()) {
            KindErrors.require(node, Kind.SCALAR);
            String text = position > 0 ? insert(Scalars.text(node), position - 1) : value;
            return Scalars.inPlaceOf(node, text);
        }
        KindErrors.require(node, Kind.MAP);
        MapNode map = node instanceof MapNode m ? m : MapNode.EMPTY;
        String key = path.get(0).strip();
        Node old = map.get(key);
        Node child = old == null ? (path.size() == 1 ? ScalarNode.of("") : MapNode.EMPTY) : old;
        return map.with(key, set(child, path.subList(1, path.size()), position));
    }

    /** The path with the value as one more part; an absolute path stays absolute; kyaml/filesys/util.go. */
    private String insert(String path, int position) {
        boolean absolute = path.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (!value.isEmpty()) {
            parts.add(Math.min(position, parts.size()), value);
        }
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
