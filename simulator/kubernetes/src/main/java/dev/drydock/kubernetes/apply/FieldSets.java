package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The set of all fields that a value mentions (typed/tofieldset.go). */
final class FieldSets {

    /** Whether the value visited last is a field of its own. */
    private boolean owned;

    private FieldSets() {}

    /** The fields of an object, which is known to be of the type. */
    static FieldSet of(Node value, TypeRef type) {
        return new FieldSets().visit(value, type);
    }

    private FieldSet visit(Node value, @Nullable TypeRef type) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        owned = false;
        switch (Form.of(atom, value)) {
            case MAP -> {
                MapType map = java.util.Objects.requireNonNull(atom.map());
                if (map.atomic()) {
                    owned = true;
                } else if (value instanceof MapNode node && !node.isEmpty()) {
                    return map(node, map);
                }
            }
            case LIST -> {
                ListType list = java.util.Objects.requireNonNull(atom.list());
                if (!list.associative()) {
                    owned = true;
                } else if (value instanceof ListNode node && !node.isEmpty()) {
                    return list(node, list);
                }
            }
            case SCALAR -> owned = true;
            default -> {}
        }
        return FieldSet.EMPTY;
    }

    private FieldSet map(MapNode map, MapType type) {
        FieldSetBuilder level = new FieldSetBuilder();
        map.forEach((key, value) -> {
            PathElement element = new PathElement.Field(key);
            FieldSet below = visit(value, type.typeOf(key));
            boolean empty = value.isNull() || (value instanceof MapNode child && child.isEmpty());
            if (owned || empty || type.field(key) == null) {
                level.member(element);
            }
            level.child(element, below);
        });
        owned = false;
        return level.build();
    }

    private FieldSet list(ListNode list, ListType type) {
        List<PathElement> elements = new ArrayList<>(list.size());
        TreeSet<PathElement> seen = new TreeSet<>();
        TreeSet<PathElement> repeated = new TreeSet<>();
        for (Node item : list) {
            PathElement element = identify(type, item);
            elements.add(element);
            if (!seen.add(element)) {
                repeated.add(element);
            }
        }
        FieldSetBuilder level = new FieldSetBuilder();
        repeated.forEach(level::member);
        for (int i = 0; i < elements.size(); i++) {
            PathElement element = elements.get(i);
            if (!repeated.contains(element)) {
                level.child(element, visit(list.get(i), type.element()));
                level.member(element);
            }
        }
        owned = false;
        return level.build();
    }

    private static PathElement identify(ListType type, Node item) {
        try {
            return ListKeys.of(type, item);
        } catch (ListKeys.UnidentifiedItem e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
