package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes fields and items out of a value (typed/remove.go); maps and lists that become empty turn null. */
final class Removal {

    private Removal() {}

    /** The value without the fields of a set. */
    static Node remove(Node value, FieldSet fields, TypeRef type) {
        return fields.isEmpty() ? value : walk(value, fields, type);
    }

    private static Node walk(Node value, FieldSet fields, @Nullable TypeRef type) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        return switch (Form.of(atom, value)) {
            case MAP -> map(value, fields, Objects.requireNonNull(atom.map()));
            case LIST -> list(value, fields, Objects.requireNonNull(atom.list()));
            case SCALAR -> value;
            case NONE -> ScalarNode.NULL;
        };
    }

    private static Node map(Node value, FieldSet fields, MapType type) {
        if (type.atomic() || !(value instanceof MapNode map) || map.isEmpty()) {
            return ScalarNode.NULL;
        }
        MapNode rest = map.map((key, child) -> {
            PathElement element = new PathElement.Field(key);
            if (fields.has(element)) {
                return null;
            }
            FieldSet below = fields.below(element);
            return below.isEmpty() ? child : walk(child, below, type.typeOf(key));
        });
        return rest.isEmpty() ? ScalarNode.NULL : rest;
    }

    private static Node list(Node value, FieldSet fields, ListType type) {
        if (!type.associative() || !(value instanceof ListNode list) || list.isEmpty()) {
            return ScalarNode.NULL;
        }
        List<Node> rest = new ArrayList<>();
        boolean changed = false;
        for (Node item : list) {
            PathElement element = identify(type, item);
            if (element != null && fields.has(element)) {
                changed = true;
                continue;
            }
            FieldSet below = element == null ? FieldSet.EMPTY : fields.below(element);
            Node kept = below.isEmpty() ? item : walk(item, below, type.element());
            changed |= kept != item;
            rest.add(kept);
        }
        if (!changed) {
            return value;
        }
        return rest.isEmpty() ? ScalarNode.NULL : ListNode.of(rest);
    }

    private static @Nullable PathElement identify(ListType type, Node item) {
        try {
            return ListKeys.of(type, item);
        } catch (ListKeys.UnidentifiedItem e) {
            return null;
        }
    }
}
