package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.text.GoRegexp;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects objects by anchored regular expressions for their ids, and by their labels and annotations; follows
 * api/types/selector.go.
 */
public final class Selector {

    private final Gvk gvk;
    private final String name;
    private final String namespace;
    private final String annotations;
    private final String labels;
    private @Nullable Compiled compiled;

    private Selector(MapNode node) {
        gvk = new Gvk(node.findText("group"), node.findText("version"), node.findText("kind"));
        name = node.findText("name");
        namespace = node.findText("namespace");
        annotations = node.findText("annotationSelector");
        labels = node.findText("labelSelector");
    }

    /** The selector that a decoded struct means; nothing is compiled yet. */
    public static Selector of(MapNode node) {
        return new Selector(node);
    }

    private record Compiled(
            @Nullable GoRegexp group,
            @Nullable GoRegexp version,
            @Nullable GoRegexp kind,
            @Nullable GoRegexp name,
            @Nullable GoRegexp namespace) {}

    /** The name that is wanted, empty for any. */
    public String name() {
        return name;
    }

    /** Whether no part of an id is given. */
    public boolean isIdEmpty() {
        return gvk.equals(Gvk.ANY) && name.isEmpty() && namespace.isEmpty();
    }

    /** Whether labels or annotations are asked for. */
    public boolean selectsByMetadata() {
        return !annotations.isEmpty() || !labels.isEmpty();
    }

    /**
     * Compiles the expressions.
     *
     * @throws dev.drydock.kustomize.KustomizeException for a bad one
     */
    public Selector compile() {
        compiled();
        return this;
    }

    private Compiled compiled() {
        Compiled known = compiled;
        if (known == null) {
            known = new Compiled(
                    anchored(gvk.group()),
                    anchored(gvk.version()),
                    anchored(gvk.kind()),
                    anchored(name),
                    anchored(namespace));
            compiled = known;
        }
        return known;
    }

    private static @Nullable GoRegexp anchored(String expression) {
        return expression.isEmpty() ? null : GoRegexp.compile("^(?:" + expression + ")$");
    }

    private static boolean matches(@Nullable GoRegexp expression, String text) {
        return expression == null || expression.find(text);
    }

    /** Whether group, version and kind match. */
    public boolean matchesGvk(Gvk other) {
        Compiled c = compiled();
        return matches(c.group, other.group()) && matches(c.version, other.version()) && matches(c.kind, other.kind());
    }

    /** Whether an id matches as it stands, with its raw namespace. */
    public boolean matchesId(ResId id) {
        Compiled c = compiled();
        return matchesGvk(id.gvk()) && matches(c.name, id.name()) && matches(c.namespace, id.namespace());
    }

    /** Whether labels and annotations match. */
    public boolean matchesMetadata(Resource resource) {
        return LabelSelector.parse(annotations).matches(resource.annotations())
                && LabelSelector.parse(labels).matches(resource.labels());
    }

    /** The selected objects in order: by original or current name and namespace, and by the rest as it is now. */
    public List<Resource> select(ResourceMap resources) {
        Compiled c = compiled();
        LabelSelector byLabels = labels.isEmpty() ? null : LabelSelector.parse(labels);
        LabelSelector byAnnotations = annotations.isEmpty() ? null : LabelSelector.parse(annotations);
        List<Resource> selected = new ArrayList<>();
        for (Resource resource : resources.resources()) {
            ResId now = resource.currentId();
            ResId before = resource.originalId();
            boolean found = (matches(c.namespace, before.effectiveNamespace())
                            || matches(c.namespace, now.effectiveNamespace()))
                    && (matches(c.name, before.name()) || matches(c.name, now.name()))
                    && matchesGvk(now.gvk())
                    && (byLabels == null || byLabels.matches(resource.labels()))
                    && (byAnnotations == null || byAnnotations.matches(resource.annotations()));
            if (found) {
                selected.add(resource);
            }
        }
        return selected;
    }

    /** {@code id:a=annotations:l=labels}. */
    @Override
    public String toString() {
        return new ResId(gvk, name, namespace, false) + ":a=" + annotations + ":l=" + labels;
    }
}
