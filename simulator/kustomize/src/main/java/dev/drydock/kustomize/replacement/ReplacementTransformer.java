package dev.drydock.kustomize.replacement;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.PathSplitter;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** Copies one value into many fields, replacement by replacement; follows filters/replacement/replacement.go. */
public final class ReplacementTransformer implements Transformer {

    private static final String DEFAULT_PATH = "metadata.name";

    private final List<MapNode> replacements;

    /** A transformer of decoded replacements, in order. */
    public ReplacementTransformer(List<MapNode> replacements) {
        this.replacements = List.copyOf(replacements);
    }

    @Override
    public void transform(ResourceMap resources) {
        for (MapNode replacement : replacements) {
            boolean source = replacement.has("source") || replacement.has("sourceValue");
            if (!source || !replacement.has("targets")) {
                throw new KustomizeException(
                        "replacements must specify a source and at least one target", replacement.location());
            }
            Node value = value(replacement, resources);
            for (Node target : replacement.findList("targets")) {
                new ReplacementTarget((MapNode) target).write(value, resources);
            }
        }
    }

    private static Node value(MapNode replacement, ResourceMap resources) {
        String fixed = replacement.findString("sourceValue");
        if (fixed != null) {
            if (replacement.has("source")) {
                throw new KustomizeException("value and resource selectors are mutually exclusive");
            }
            return Scalars.untagged(fixed);
        }
        MapNode source = replacement.findMap("source");
        ResId selector = new ResId(
                new Gvk(text(source, "group"), text(source, "version"), text(source, "kind")),
                text(source, "name"),
                text(source, "namespace"),
                false);
        Resource object = select(selector, source, resources);
        String path = text(source, "fieldPath").isEmpty() ? DEFAULT_PATH : text(source, "fieldPath");
        Node found;
        try {
            found = Lookup.find(object.node(), PathSplitter.splitOutsideBrackets(path, "."));
        } catch (KustomizeException e) {
            throw e.prefixed("error looking up replacement source");
        }
        if (found == null || Scalars.isNilOrEmpty(found)) {
            throw new KustomizeException("fieldPath `" + path + "` is missing for replacement source " + selector);
        }
        return refined(source.findMap("options"), found);
    }

    private static Resource select(ResId selector, MapNode source, ResourceMap resources) {
        Resource match = null;
        for (Resource resource : resources.resources()) {
            if (isSelected(resource, selector)) {
                if (match != null) {
                    throw new KustomizeException("multiple matches for selector " + describe(selector, source));
                }
                match = resource;
            }
        }
        if (match == null) {
            throw new KustomizeException("nothing selected by " + describe(selector, source));
        }
        return match;
    }

    private static boolean isSelected(Resource resource, ResId selector) {
        ResId now = resource.currentId();
        ResId plain = new ResId(now.gvk(), now.name(), now.namespace(), false);
        return plain.isSelectedBy(selector)
                || resource.previousIds().stream().anyMatch(id -> id.isSelectedBy(selector));
    }

    private static String describe(ResId selector, MapNode source) {
        StringBuilder text = new StringBuilder(selector.toString());
        if (!text(source, "fieldPath").isEmpty()) {
            text.append(':').append(text(source, "fieldPath"));
        }
        MapNode options = source.findMap("options");
        String delimiter = text(options, "delimiter");
        boolean create = options.isTrue("create");
        if (!delimiter.isEmpty() || create) {
            text.append(':')
                    .append(delimiter)
                    .append('(')
                    .append(index(options))
                    .append("), create=")
                    .append(create);
        }
        return text.toString();
    }

    static int index(MapNode options) {
        Long index = options.findLong("index");
        return index == null ? 0 : Math.toIntExact(index);
    }

    static String text(MapNode node, String field) {
        return node.findText(field);
    }

    private static Node refined(MapNode options, Node found) {
        String delimiter = text(options, "delimiter");
        if (delimiter.isEmpty()) {
            return found;
        }
        if (!(found instanceof ScalarNode scalar)) {
            throw new KustomizeException("delimiter option can only be used with scalar nodes");
        }
        String[] parts = split(scalar.text(), delimiter);
        int index = index(options);
        if (index < 0 || index >= parts.length) {
            throw new KustomizeException("options.index " + index + " is out of bounds for value " + scalar.text());
        }
        return ScalarNode.read(parts[index], parts[index], scalar.style(), scalar.location());
    }

    static String[] split(String text, String delimiter) {
        return text.split(Pattern.quote(delimiter), -1);
    }
}
