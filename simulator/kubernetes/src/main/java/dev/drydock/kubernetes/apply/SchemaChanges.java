package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.TypeRef;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a field set to a type that has turned atomic since the set was written: who owned something inside now owns the
 * whole (typed/reconcile_schema.go).
 */
@SuppressWarnings("ReferenceEquality") // an unchanged set is the very same object
final class SchemaChanges {

    private SchemaChanges() {}

    /** The set as it must read for the type; the same set when nothing changed. */
    static FieldSet reconcile(FieldSet set, TypeRef type) {
        return level(set, type.atom());
    }

    private static FieldSet level(FieldSet set, Atom atom) {
        FieldSetBuilder changed = null;
        for (int i = 0; i < set.parents.length; i++) {
            PathElement element = set.parents[i];
            FieldSet below = set.children[i];
            TypeRef type = typeOf(atom, element);
            if (type == null) {
                continue;
            }
            boolean whole = becameAtomic(type.atom());
            FieldSet next = whole ? FieldSet.EMPTY : level(below, type.atom());
            if (next != below) {
                changed = changed == null ? new FieldSetBuilder() : changed;
                if (whole) {
                    changed.member(element);
                } else {
                    changed.child(element, next);
                }
            }
        }
        return changed == null ? set : rebuild(set, changed.build());
    }

    /** The set with the changed subtrees in place of the old ones. */
    private static FieldSet rebuild(FieldSet set, FieldSet changed) {
        FieldSetBuilder next = new FieldSetBuilder();
        for (PathElement member : set.members) {
            next.member(member);
        }
        for (PathElement member : changed.members) {
            next.member(member);
        }
        for (int i = 0; i < set.parents.length; i++) {
            PathElement element = set.parents[i];
            FieldSet replaced = changed.below(element);
            if (!changed.has(element)) {
                next.child(element, replaced.isEmpty() ? set.children[i] : replaced);
            }
        }
        return next.build();
    }

    private static @Nullable TypeRef typeOf(Atom atom, PathElement element) {
        MapType map = atom.map();
        if (map != null) {
            if (map.element() == TypeRef.DEDUCED && map.fields().isEmpty()) {
                return null; // deduced types have no markers that could change
            }
            return element instanceof PathElement.Field field ? map.typeOf(field.name()) : map.element();
        }
        ListType list = atom.list();
        return list == null || atom.scalar() != null ? null : list.element();
    }

    private static boolean becameAtomic(Atom atom) {
        MapType map = atom.map();
        if (map != null) {
            return map.atomic();
        }
        ListType list = atom.list();
        return list != null && atom.scalar() == null && !list.associative();
    }
}
