package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bodies as objects of a kind, the way the API server's serializers do. */
public final class Decoder {

    private final SchemaTypes types;

    /** A decoder that knows these types. */
    public Decoder(SchemaTypes types) {
        this.types = types;
    }

    /**
     * The object of a body. A missing apiVersion or kind is taken from the expected kind.
     *
     * @param expected kind of the resource that the request is for
     */
    public Decoded decode(RequestBody body, GroupVersionKind expected) {
        Node node;
        try {
            node = body instanceof RequestBody.Value value
                    ? value.node()
                    : YamlReader.readAll(((RequestBody.Text) body).text(), "body", YamlMode.KUBERNETES).stream()
                            .findFirst()
                            .orElse(MapNode.EMPTY);
        } catch (YamlException e) {
            return badRequest(e.upstream());
        }
        if (!(node instanceof MapNode map)) {
            return badRequest("couldn't get version/kind; json parse error: json: cannot unmarshal into Go value");
        }
        MapNode typed = map.has("apiVersion") && map.has("kind")
                ? map
                : map.with("apiVersion", expected.apiVersion()).with("kind", expected.kind());
        List<String> problems = new ArrayList<>();
        return new Decoded.Read(prune(typed, expected, problems), problems);
    }

    /** The object without nulls and unknown fields; the names of unknown fields are added to the problems. */
    public MapNode prune(MapNode object, GroupVersionKind kind, List<String> problems) {
        TypeRef type = types.isBuiltIn(kind) ? types.find(kind).orElse(TypeRef.DEDUCED) : TypeRef.DEDUCED;
        return (MapNode) pruned(object, type, "", problems);
    }

    private static Node pruned(Node node, @Nullable TypeRef type, String path, List<String> problems) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        if (node instanceof MapNode map) {
            return map.map((key, value) -> {
                if (value.isNull()) {
                    return null;
                }
                TypeRef field =
                        atom.map() == null ? TypeRef.DEDUCED : atom.map().typeOf(key);
                String at = path.isEmpty() ? key : path + "." + key;
                if (field == null) {
                    problems.add("unknown field \"" + at + "\"");
                    return null;
                }
                return pruned(value, field, at, problems);
            });
        }
        if (node instanceof ListNode list) {
            TypeRef element =
                    atom.list() == null ? TypeRef.DEDUCED : atom.list().element();
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                items.add(pruned(list.get(i), element, path + "[" + i + "]", problems));
            }
            return items.equals(list.items()) ? list : ListNode.of(items);
        }
        return node;
    }

    private static Decoded badRequest(String message) {
        return new Decoded.Refused(new Status(400, "BadRequest", message, null));
    }
}
