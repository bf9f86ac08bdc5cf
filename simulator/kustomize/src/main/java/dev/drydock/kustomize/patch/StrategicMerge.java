package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a patch into an object, guided by a schema; follows kyaml/yaml/walk and kyaml/yaml/merge2.
 *
 * <p>Both sides are walked together. Where the object has nothing, the patch is walked with itself, so that nulls and
 * directives in it still count.
 */
@SuppressWarnings("ReferenceEquality") // what is merged the same is the very same node
public final class StrategicMerge {

    static final String DIRECTIVE = "$patch";

    private final MergeSchemas schemas;

    /** A merge that knows these schemas. */
    public StrategicMerge(MergeSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The object with the patch merged in, or null when the patch deletes it.
     *
     * @throws KustomizeException when both sides do not fit each other, or for an unknown directive
     */
    public @Nullable MapNode merge(MapNode object, MapNode patch) {
        Walked walked = walk(object, patch, null);
        if (walked.node() == null) {
            return null;
        }
        // kustomize drops a new root: "$patch: replace" does nothing there
        return walked.inPlace() && walked.node() instanceof MapNode merged ? merged : object;
    }

    /**
     * What became of two nodes.
     *
     * @param node the result, null when there is none
     * @param inPlace whether it grew from the node of the object, which in kyaml then is changed itself
     */
    record Walked(@Nullable Node node, boolean inPlace) {
        static final Walked CLEARED = new Walked(null, false);
    }

    Walked walk(@Nullable Node dest, @Nullable Node patch, @Nullable MergeSchema known) {
        MergeSchema schema = schema(dest, patch, known);
        Node first = Scalars.isMissingOrNull(dest) ? patch : dest;
        if (first == null || first.isNull()) {
            return bothEmpty(dest, patch);
        }
        Kind kind = Kind.of(first);
        requireKind(dest, kind);
        requireKind(patch, kind);
        return switch (kind) {
            case MAP -> maps(dest, patch, schema);
            case LIST -> lists(dest, patch, schema);
            case SCALAR -> patch != null ? new Walked(patch, false) : new Walked(dest, true);
        };
    }

    private static void requireKind(@Nullable Node node, Kind kind) {
        if (node != null) {
            KindErrors.require(node, kind);
        }
    }

    /** A null that was written as a word stays where the patch is silent; an empty value vanishes. */
    private static Walked bothEmpty(@Nullable Node dest, @Nullable Node patch) {
        boolean kept = patch == null && dest != null && !Scalars.text(dest).isEmpty();
        return kept ? new Walked(dest, true) : Walked.CLEARED;
    }

    private @Nullable MergeSchema schema(@Nullable Node dest, @Nullable Node patch, @Nullable MergeSchema known) {
        if (known != null) {
            return known;
        }
        for (Node node : new Node[] {dest, patch}) {
            if (node instanceof MapNode map) {
                String kind = Scalars.value(map.get("kind"));
                String apiVersion = Scalars.value(map.get("apiVersion"));
                if (!kind.isEmpty() && !apiVersion.isEmpty()) {
                    MergeSchema found = schemas.of(Gvk.of(apiVersion, kind));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private Walked maps(@Nullable Node dest, @Nullable Node patch, @Nullable MergeSchema schema) {
        if (patch != null && patch.isNull()) {
            return Walked.CLEARED;
        }
        MapNode patchMap = (MapNode) patch;
        String directive = patchMap == null ? "" : Scalars.text(patchMap.get(DIRECTIVE));
        boolean directed = patchMap != null && patchMap.has(DIRECTIVE);
        if (directed && !isDirective(directive)) {
            if (!Scalars.isMissingOrNull(dest)) {
                throw new KustomizeException("unknown patch strategy '" + directive + "'");
            }
            directed = false;
            directive = "";
        }
        if (directed && directive.equals("delete")) {
            return Walked.CLEARED;
        }
        MapNode rest = directed && patchMap != null ? patchMap.without(DIRECTIVE) : patchMap;
        if (Scalars.isMissingOrNull(dest) || directive.equals("replace")) {
            MapNode taken = rest == null ? MapNode.EMPTY : rest;
            return new Walked(fields(taken, taken, schema), false);
        }
        return new Walked(fields(Objects.requireNonNull((MapNode) dest), rest, schema), true);
    }

    /** A node of a patch once its directive was obeyed: it does not say it again. */
    static Node withoutDirective(Node node) {
        return node instanceof MapNode map && isDirective(Scalars.text(map.get(DIRECTIVE)))
                ? map.without(DIRECTIVE)
                : node;
    }

    static boolean isDirective(String word) {
        return word.equals("delete") || word.equals("replace") || word.equals("merge");
    }

    private MapNode fields(MapNode dest, @Nullable MapNode patch, @Nullable MergeSchema schema) {
        TreeSet<String> names = new TreeSet<>(dest.keys());
        if (patch != null && patch != dest) {
            names.addAll(patch.keys());
        }
        MapNode merged = dest;
        Map<String, Node> changed = new HashMap<>();
        Set<String> cleared = new HashSet<>();
        for (String name : names) {
            Node old = dest.get(name);
            Node own = patch == null ? null : patch.get(name);
            MergeSchema below = schema == null ? null : schema.field(name);
            Walked walked = walk(old, own, below);
            Node value = walked.node();
            boolean kept = value != null && value == old && walked.inPlace();
            if (value == null || (value.isNull() && !kept)) {
                if (old != null) {
                    cleared.add(name);
                }
            } else if (value != old) {
                changed.put(name, styled(old, value));
            }
        }
        if (!cleared.isEmpty()) {
            merged = merged.without(cleared);
        }
        if (changed.size() < 3) {
            for (String name : new TreeSet<>(changed.keySet())) {
                merged = merged.with(name, Objects.requireNonNull(changed.get(name)));
            }
            return merged;
        }
        MapNode.Builder all = MapNode.builder(merged.location());
        MapNode present = merged;
        merged.forEach((name, value) -> all.put(name, value, present.keyLocation(name)));
        new TreeMap<>(changed).forEach(all::put);
        return all.build();
    }

    /** A scalar takes over the quoting of the scalar it replaces; in quotes, everything is a string. */
    private static Node styled(@Nullable Node old, Node value) {
        if (!(old instanceof ScalarNode before) || !(value instanceof ScalarNode after)) {
            return value;
        }
        if (before.style() == after.style()) {
            return value;
        }
        Object content = Scalars.isQuoted(before) ? after.text() : after.value();
        return ScalarNode.read(content, after.text(), before.style(), after.location());
    }

    private Walked lists(@Nullable Node dest, @Nullable Node patch, @Nullable MergeSchema schema) {
        List<String> keys = schema == null ? null : schema.mergeKeys();
        if (keys == null) {
            return patch != null ? new Walked(patch, false) : new Walked(dest, true);
        }
        ListNode own = patch instanceof ListNode list ? list : null;
        if (Scalars.isMissingOrNull(dest)) {
            return merged(own, own, keys, schema, false);
        }
        if (patch != null && patch.isNull()) {
            return Walked.CLEARED;
        }
        ListDirective directive = ListDirective.of(own);
        return switch (directive.word()) {
            case "delete" -> Walked.CLEARED;
            case "replace" -> merged(directive.rest(), directive.rest(), keys, schema, false);
            default -> merged((ListNode) dest, directive.rest(), keys, schema, true);
        };
    }

    private Walked merged(
            @Nullable ListNode dest,
            @Nullable ListNode patch,
            List<String> keys,
            @Nullable MergeSchema schema,
            boolean inPlace) {
        if (dest == null) {
            return Walked.CLEARED;
        }
        MergeSchema elements = schema == null ? null : schema.elements();
        List<Node> items = new KeyedListMerge(this, keys, elements).merge(dest, patch);
        return new Walked(
                items.equals(dest.items()) && sameNodes(items, dest) ? dest : listOf(items, dest.location()), inPlace);
    }

    private static boolean sameNodes(List<Node> items, ListNode dest) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) != dest.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static ListNode listOf(List<Node> items, Location location) {
        return ListNode.of(items, location);
    }
}
