package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Which of the forms of an atom a value takes (typed/helpers.go: deduceAtom, handleAtom). */
enum Form {
    MAP,
    SCALAR,
    LIST,
    /** The atom allows nothing. */
    NONE;

    /** The form of a value; that of an absent, null or misplaced value is the first that the atom allows. */
    static Form of(Atom atom, @Nullable Node value) {
        if (value instanceof MapNode) {
            if (atom.map() != null) {
                return MAP;
            }
        } else if (value instanceof ListNode) {
            if (atom.list() != null) {
                return LIST;
            }
        } else if (value != null && !value.isNull() && atom.scalar() != null) {
            return SCALAR;
        }
        return first(atom);
    }

    private static Form first(Atom atom) {
        if (atom.map() != null) {
            return MAP;
        }
        return atom.scalar() != null ? SCALAR : atom.list() != null ? LIST : NONE;
    }

    /** Whether the value fixes the form, rather than leaving all forms of the atom open. */
    static boolean fixes(Atom atom, @Nullable Node value) {
        int forms = (atom.map() != null ? 1 : 0) + (atom.list() != null ? 1 : 0) + (atom.scalar() != null ? 1 : 0);
        if (forms <= 1) {
            return true;
        }
        return value instanceof MapNode
                ? atom.map() != null
                : value instanceof ListNode
                        ? atom.list() != null
                        : value != null && !value.isNull() && atom.scalar() != null;
    }

    /** Whether two values of a type take the same form (equality of the deduced atoms). */
    static boolean agree(Atom atom, Node a, Node b) {
        boolean fixed = fixes(atom, a);
        return fixed == fixes(atom, b) && (!fixed || of(atom, a) == of(atom, b));
    }
}
