package dev.drydock.helm.schema;

import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Checks values against the schemas that the keywords of a schema hold. */
@FunctionalInterface
interface Subschemas {

    /** What is wrong with a value at a place, or null; adds what the schema has looked at to {@code evaluated}. */
    @Nullable
    Problem check(Node schema, @Nullable Object value, String place, Evaluated evaluated);

    /** What is wrong with a property, an item or anything else of which no unevaluated keyword will ask. */
    default @Nullable Problem check(Node schema, @Nullable Object value, String place) {
        return check(schema, value, place, new Evaluated());
    }
}
