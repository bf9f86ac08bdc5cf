package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * What one manager owns.
 *
 * @param fields the fields
 * @param apiVersion the version whose fields they are
 * @param time when its fields or their values last changed, RFC 3339 in UTC with seconds; null when never noted
 * @param entry the entry of managedFields that says all this, null when there is none yet
 */
record Ownership(
        FieldSet fields,
        String apiVersion,
        @Nullable String time,
        @Nullable MapNode entry) {

    Ownership(FieldSet fields, String apiVersion, @Nullable String time) {
        this(fields, apiVersion, time, null);
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged set is the very same object
    Ownership with(FieldSet other) {
        return other == fields ? this : new Ownership(other, apiVersion, time);
    }

    Ownership at(@Nullable String when) {
        return new Ownership(fields, apiVersion, when);
    }
}
