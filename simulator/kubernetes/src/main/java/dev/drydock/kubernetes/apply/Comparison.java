package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.Node;

/**
 * What a write changes (typed/compare.go). No field is in more than one of the sets.
 *
 * @param removed fields that the new object lacks
 * @param modified fields whose value differs
 * @param added fields that only the new object has
 */
record Comparison(FieldSet removed, FieldSet modified, FieldSet added) {

    static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY);

    /** The changes from one object to another of the same type. */
    static Comparison of(Node old, Node updated, TypeRef type) {
        return old == updated ? SAME : Comparer.compare(old, updated, type);
    }

    /** The changes without those of reset fields and what is below them. */
    Comparison without(FieldSet ignored) {
        return ignored.isEmpty()
                ? this
                : new Comparison(
                        removed.recursiveDifference(ignored),
                        modified.recursiveDifference(ignored),
                        added.recursiveDifference(ignored));
    }
}
