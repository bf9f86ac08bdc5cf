package dev.drydock.kustomize.file;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against a type as encoding/json does and gives it back with canonical field names and without nulls.
 *
 * <p>The first mistake counts, in the sorted order of keys, because the tree went through JSON.
 */
public final class GoDecoder {

    private final boolean strict;

    private GoDecoder(boolean strict) {
        this.strict = strict;
    }

    /**
     * Decodes; an unknown field is a mistake.
     *
     * @throws KustomizeException with Go's words
     */
    public static MapNode strict(Node tree, GoType.Struct type) {
        return new GoDecoder(true).root(tree, type);
    }

    /** Decodes; unknown fields are dropped. */
    public static MapNode lenient(Node tree, GoType.Struct type) {
        return new GoDecoder(false).root(tree, type);
    }

    private MapNode root(Node tree, GoType.Struct type) {
        if (tree.isNull()) {
            return MapNode.EMPTY;
        }
        return (MapNode) java.util.Objects.requireNonNull(decode(tree, type, null, ""));
    }

    private static KustomizeException mismatch(
            String found, GoType wanted, GoType.@Nullable Struct in, String path, Node node) {
        String where = in == null ? "Go value" : "Go struct field " + in.shortName() + "." + path;
        return new KustomizeException(
                "json: cannot unmarshal " + found + " into " + where + " of type " + wanted.name(), node.location());
    }

    private @Nullable Node decode(Node node, GoType type, GoType.@Nullable Struct in, String path) {
        if (node.isNull()) {
            return null;
        }
        if (type instanceof GoType.Any) {
            return node;
        }
        if (node instanceof MapNode map) {
            if (type instanceof GoType.Struct struct) {
                return struct(map, struct, path);
            }
            if (type instanceof GoType.StringMap entries) {
                MapNode.Builder decoded = MapNode.builder(map.location());
                for (String key : new TreeSet<>(map.keys())) {
                    Node value = java.util.Objects.requireNonNull(map.get(key));
                    Node inner = decode(value, entries.of(), in, path);
                    decoded.put(key, inner == null ? ScalarNode.of("") : inner, map.keyLocation(key));
                }
                return decoded.build();
            }
            throw mismatch("object", type, in, path, node);
        }
        if (node instanceof ListNode list) {
            if (!(type instanceof GoType.Slice slice)) {
                throw mismatch("array", type, in, path, node);
            }
            List<Node> items = new ArrayList<>();
            for (Node item : list) {
                Node decoded = decode(item, slice.of(), in, path);
                items.add(decoded == null ? zero(slice.of()) : decoded);
            }
            return ListNode.of(items, list.location());
        }
        return scalar((ScalarNode) node, type, in, path);
    }

    private static Node zero(GoType type) {
        return type instanceof GoType.Text ? ScalarNode.of("") : MapNode.EMPTY;
    }

    private MapNode struct(MapNode map, GoType.Struct struct, String path) {
        MapNode.Builder decoded = MapNode.builder(map.location());
        for (String key : new TreeSet<>(map.keys())) {
            String field = struct.field(key);
            if (field == null) {
                if (strict) {
                    throw new KustomizeException("json: unknown field " + GoQuote.quote(key), map.keyLocation(key));
                }
                continue;
            }
            Node value = java.util.Objects.requireNonNull(map.get(key));
            String below = (path.isEmpty() ? "" : path + ".") + struct.way(field) + field;
            Node inner = decode(value, struct.type(field), struct, below);
            if (inner != null) {
                decoded.put(field, inner, map.keyLocation(key));
            }
        }
        return decoded.build();
    }

    private static Node scalar(ScalarNode node, GoType type, GoType.@Nullable Struct in, String path) {
        Object value = node.value();
        if (value instanceof String) {
            if (type instanceof GoType.Text) {
                return node;
            }
            throw mismatch("string", type, in, path, node);
        }
        if (value instanceof Boolean) {
            if (type instanceof GoType.Bool) {
                return node;
            }
            throw mismatch("bool", type, in, path, node);
        }
        if (!(type instanceof GoType.Int)) {
            throw mismatch("number", type, in, path, node);
        }
        if (value instanceof Double number) {
            if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
                return ScalarNode.of(number.longValue()).at(node.location());
            }
            throw mismatch("number " + node, type, in, path, node);
        }
        if (value instanceof BigInteger) {
            throw mismatch("number " + value, type, in, path, node);
        }
        return node;
    }
}
