package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.PathSplitter;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes the fields that a field spec leads to; follows filters/fieldspec/fieldspec.go.
 *
 * <p>Lists need no step of their own: the rest of the path applies to every element.
 */
public final class FieldSpecFilter {

    private final FieldSpec spec;
    private final List<String> path;
    private final UnaryOperator<Node> change;
    private final @Nullable Kind createKind;

    private FieldSpecFilter(FieldSpec spec, List<String> path, UnaryOperator<Node> change, @Nullable Kind createKind) {
        this.spec = spec;
        this.path = path;
        this.change = change;
        this.createKind = createKind;
    }

    /**
     * A filter for one spec.
     *
     * @param change gets the node at the end of the path; a created scalar is the empty string, a created map empty
     * @param createKind what a missing field becomes when the spec wants it, null when it never is created
     */
    public static FieldSpecFilter of(FieldSpec spec, UnaryOperator<Node> change, @Nullable Kind createKind) {
        return new FieldSpecFilter(spec, steps(spec), change, createKind);
    }

    /** A filter that creates nothing, for a spec whose steps are known. */
    public static FieldSpecFilter of(FieldSpec spec, List<String> steps, UnaryOperator<Node> change) {
        return new FieldSpecFilter(spec, steps, change, null);
    }

    /** The steps of the path of a spec. */
    public static List<String> steps(FieldSpec spec) {
        return PathSplitter.split(spec.path(), "/");
    }

    /** The object changed, or itself when the spec is for other kinds or the field is missing. */
    public MapNode apply(MapNode object) {
        if (!gvk(object).isSelectedBy(spec.gvk())) {
            return object;
        }
        try {
            return (MapNode) walk(object, 0);
        } catch (KustomizeException e) {
            throw e.prefixed("considering field '" + spec.path() + "' of object " + id(object));
        }
    }

    private static Gvk gvk(MapNode object) {
        return Gvk.of(Scalars.text(object.get("apiVersion")), Scalars.text(object.get("kind")));
    }

    private static ResId id(MapNode object) {
        return new ResId(
                gvk(object),
                Scalars.value(object.find("metadata", "name")),
                Scalars.value(object.find("metadata", "namespace")),
                false);
    }

    private Node walk(Node node, int depth) {
        if (depth == path.size()) {
            return change.apply(node);
        }
        if (node.isNull()) {
            return node;
        }
        if (node instanceof ListNode list) {
            try {
                return list.map(item -> walk(item, depth));
            } catch (KustomizeException e) {
                throw e.prefixed("visit traversal on path: "
                        + path.subList(depth, path.size()).toString().replace(", ", " "));
            }
        }
        if (node instanceof MapNode map) {
            return inMap(map, depth);
        }
        throw new KustomizeException("expected sequence or mapping node", node.location());
    }

    private Node inMap(MapNode map, int depth) {
        String step = path.get(depth);
        boolean marksList = step.endsWith("[]");
        String key = marksList ? step.substring(0, step.length() - 2) : step;
        if (key.isEmpty()) {
            throw new KustomizeException("cannot set or create an empty field name");
        }
        boolean creates = spec.create() && createKind != null && !marksList;
        Kind kind = marksList ? Kind.LIST : creates ? (depth == path.size() - 1 ? createKind : Kind.MAP) : null;
        Node field = map.get(key);
        if (field == null) {
            if (!creates || kind == null) {
                return map;
            }
            field = empty(kind);
        } else if (field.isNull() && kind != null) {
            field = kind == Kind.SCALAR ? ScalarNode.of(Scalars.text(field)) : empty(kind);
        }
        Node changed = walk(field, depth + 1);
        return map.with(key, changed);
    }

    private static Node empty(Kind kind) {
        return switch (kind) {
            case MAP -> MapNode.EMPTY;
            case LIST -> ListNode.EMPTY;
            case SCALAR -> ScalarNode.of("");
        };
    }
}
