package dev.drydock.kustomize.replacement;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.LimitException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.PathSplitter;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.Selector;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects and fields that a replacement writes to. */
final class ReplacementTarget {

    /** No object of a cluster holds a text that is nearly as long. */
    private static final int LONGEST = 4 << 20;

    private final Selector select;
    private final List<Selector> reject = new ArrayList<>();
    private final List<String> fieldPaths;
    private final MapNode options;
    private @Nullable String unprintable;

    ReplacementTarget(MapNode target) {
        if (!(target.get("select") instanceof MapNode selector)) {
            throw new KustomizeException("target must specify resources to select", target.location());
        }
        List<String> paths = target.findList("fieldPaths").strings();
        this.fieldPaths = paths.isEmpty() ? List.of("metadata.name") : paths;
        this.options = target.findMap("options");
        try {
            this.select = Selector.of(selector).compile();
            for (Node item : target.findList("reject")) {
                reject.add(Selector.of((MapNode) item).compile());
            }
        } catch (KustomizeException e) {
            throw e.prefixed("error creating target selector");
        }
    }

    void write(Node value, ResourceMap resources) {
        for (Resource resource : resources.resources()) {
            if (isMeant(resource)) {
                unprintable = null;
                resource.setNode(written(resource.node(), value));
                if (unprintable != null) {
                    resource.setUnprintable(unprintable);
                }
            }
        }
    }

    private boolean isMeant(Resource resource) {
        if (!select.matchesMetadata(resource)
                || reject.stream().anyMatch(r -> r.selectsByMetadata() && r.matchesMetadata(resource))) {
            return false;
        }
        List<ResId> ids = resource.allIds();
        boolean rejected =
                reject.stream().anyMatch(r -> !r.isIdEmpty() && ids.stream().anyMatch(r::matchesId));
        return !rejected && ids.stream().anyMatch(select::matchesId);
    }

    private MapNode written(MapNode object, Node value) {
        boolean create = options.isTrue("create");
        Kind createKind = create ? Kind.of(value) : null;
        MapNode changed = object;
        for (String fieldPath : fieldPaths) {
            List<String> path = PathSplitter.splitOutsideBrackets(fieldPath, ".");
            MapNode structured = StructuredData.write(changed, path, value, createKind);
            changed = structured != null ? structured : field(changed, fieldPath, path, value, createKind);
        }
        return changed;
    }

    private MapNode field(MapNode object, String fieldPath, List<String> path, Node value, @Nullable Kind createKind) {
        String failure = "unable to find " + (createKind == null ? "" : "or create ") + "field "
                + GoQuote.quote(fieldPath) + " in replacement target";
        PathWriter writer = new PathWriter(createKind, target -> set(target, value));
        Node written;
        try {
            written = writer.write(object, path);
        } catch (PathWriter.SetException e) {
            throw e.mistake();
        } catch (KustomizeException e) {
            throw e.prefixed(failure);
        }
        if (writer.count() == 0) {
            throw new KustomizeException(failure);
        }
        return (MapNode) written;
    }

    private Node set(Node target, Node value) {
        String delimiter = ReplacementTransformer.text(options, "delimiter");
        String text = Scalars.text(value);
        if (!delimiter.isEmpty()) {
            if (!(target instanceof ScalarNode scalar)) {
                throw new KustomizeException("delimiter option can only be used with scalar nodes");
            }
            text = inserted(scalar.text(), delimiter, Scalars.value(value));
        }
        if (target instanceof ScalarNode scalar) {
            return overwritten(scalar, text);
        }
        return value;
    }

    /** Only the text is copied; a text that does not fit the tag is noticed when kustomize prints the object. */
    private Node overwritten(ScalarNode scalar, String text) {
        try {
            return Scalars.withText(scalar, text);
        } catch (KustomizeException e) {
            unprintable = "map[string]interface {}(nil): " + e.getMessage();
            return Scalars.string(text);
        }
    }

    private String inserted(String old, String delimiter, String text) {
        List<String> parts = new ArrayList<>(List.of(ReplacementTransformer.split(old, delimiter)));
        int index = ReplacementTransformer.index(options);
        if (index < 0) {
            parts.add(0, text);
        } else if (index >= parts.size()) {
            parts.add(text);
        } else {
            parts.set(index, text);
        }
        long length = (long) delimiter.length() * (parts.size() - 1);
        for (String part : parts) {
            length += part.length();
        }
        if (length > LONGEST) {
            throw new LimitException("replacements that make a text of more than " + LONGEST + " characters");
        }
        return String.join(delimiter, parts);
    }
}
