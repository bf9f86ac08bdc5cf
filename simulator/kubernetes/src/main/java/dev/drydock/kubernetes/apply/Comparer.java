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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks two objects side by side; equal subtrees that are one and the same node are passed over. */
final class Comparer {

    /** The changes below one field, per kind of change. */
    private static final class Level {
        final FieldSetBuilder removed = new FieldSetBuilder();
        final FieldSetBuilder modified = new FieldSetBuilder();
        final FieldSetBuilder added = new FieldSetBuilder();
    }

    private Comparer() {}

    static Comparison compare(Node old, Node updated, TypeRef type) {
        Level root = new Level();
        descend(null, old, updated, type, root, root);
        return new Comparison(root.removed.build(), root.modified.build(), root.added.build());
    }

    private static void field(
            PathElement element, @Nullable Node l, @Nullable Node r, @Nullable TypeRef type, Level parent) {
        if (l == r) {
            return;
        }
        Level level = new Level();
        descend(element, l, r, type, parent, level);
        parent.removed.child(element, level.removed.build());
        parent.modified.child(element, level.modified.build());
        parent.added.child(element, level.added.build());
    }

    private static void descend(
            @Nullable PathElement element,
            @Nullable Node l,
            @Nullable Node r,
            @Nullable TypeRef type,
            Level parent,
            Level level) {
        Atom atom = type == null ? Atom.NONE : type.atom();
        boolean leaf;
        if (r == null) {
            leaf = handle(Form.of(atom, l), atom, element, l, null, parent, level);
        } else if (l == null || Form.agree(atom, l, r)) {
            leaf = handle(Form.of(atom, r), atom, element, l, r, parent, level);
        } else {
            handle(Form.of(atom, l), atom, element, l, r, parent, level);
            leaf = handle(Form.of(atom, r), atom, element, l, r, parent, level);
        }
        if (!leaf && element != null) {
            if (l == null) {
                parent.added.member(element);
            } else if (r == null) {
                parent.removed.member(element);
            }
        }
    }

    /** Whether the two are leaves, and so noted already. */
    private static boolean handle(
            Form form,
            Atom atom,
            @Nullable PathElement element,
            @Nullable Node l,
            @Nullable Node r,
            Level parent,
            Level level) {
        switch (form) {
            case MAP -> {
                MapType type = Objects.requireNonNull(atom.map());
                MapNode left = l instanceof MapNode map ? map : MapNode.EMPTY;
                MapNode right = r instanceof MapNode map ? map : MapNode.EMPTY;
                if (!type.atomic() && !(left.isEmpty() && right.isEmpty())) {
                    maps(left, right, type, level);
                    return false;
                }
            }
            case LIST -> {
                ListType type = Objects.requireNonNull(atom.list());
                ListNode left = l instanceof ListNode list ? list : ListNode.EMPTY;
                ListNode right = r instanceof ListNode list ? list : ListNode.EMPTY;
                if (type.associative() && !(left.isEmpty() && right.isEmpty())) {
                    lists(left, right, type, level);
                    return false;
                }
            }
            case SCALAR -> {}
            default -> throw new IllegalArgumentException("schema error: invalid atom");
        }
        leaf(element, l, r, parent);
        return true;
    }

    private static void leaf(@Nullable PathElement element, @Nullable Node l, @Nullable Node r, Level parent) {
        if (element == null) {
            return;
        }
        if (l == null) {
            parent.added.member(element);
        } else if (r == null) {
            parent.removed.member(element);
        } else if (!Values.same(l, r)) {
            parent.modified.member(element);
        }
    }

    private static void maps(MapNode left, MapNode right, MapType type, Level level) {
        left.forEach((key, value) -> {
            Node other = right.get(key);
            if (other != value) {
                field(new PathElement.Field(key), value, other, type.typeOf(key), level);
            }
        });
        right.forEach((key, value) -> {
            if (!left.has(key)) {
                field(new PathElement.Field(key), null, value, type.typeOf(key), level);
            }
        });
    }

    private static void lists(ListNode left, ListNode right, ListType type, Level level) {
        Map<PathElement, List<Node>> before = index(left, type);
        Map<PathElement, List<Node>> after = index(right, type);
        before.forEach((element, items) -> items(element, items, after.getOrDefault(element, List.of()), type, level));
        after.forEach((element, items) -> {
            if (!before.containsKey(element)) {
                items(element, List.of(), items, type, level);
            }
        });
    }

    private static Map<PathElement, List<Node>> index(ListNode list, ListType type) {
        Map<PathElement, List<Node>> index = new TreeMap<>();
        for (Node item : list) {
            try {
                index.computeIfAbsent(ListKeys.of(type, item), e -> new ArrayList<>(1))
                        .add(item);
            } catch (ListKeys.UnidentifiedItem e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        return index;
    }

    /** Items of one key; repeated ones are compared as if they were one atom. */
    private static void items(PathElement element, List<Node> before, List<Node> after, ListType type, Level level) {
        if (before.size() <= 1 && after.size() <= 1) {
            field(element, first(before), first(after), type.element(), level);
        } else if (before.size() >= 2 && after.size() >= 2) {
            if (!Values.same(ListNode.of(before), ListNode.of(after))) {
                level.modified.member(element);
            }
        } else if (before.size() >= 2) {
            if (!after.isEmpty()) {
                field(element, null, after.get(0), type.element(), level);
            }
            level.removed.member(element);
        } else {
            if (!before.isEmpty()) {
                field(element, before.get(0), null, type.element(), level);
            }
            level.added.member(element);
        }
    }

    private static @Nullable Node first(List<Node> items) {
        return items.isEmpty() ? null : items.get(0);
    }
}
