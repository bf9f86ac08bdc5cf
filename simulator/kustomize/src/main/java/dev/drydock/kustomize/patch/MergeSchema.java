package dev.drydock.kustomize.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a strategic merge needs to know of one place in an object: how lists merge, and what lies below. */
public interface MergeSchema {

    /** A place that is described but holds nothing that merges by key. */
    MergeSchema PLAIN = new MergeSchema() {
        @Override
        public @Nullable List<String> mergeKeys() {
            return null;
        }

        @Override
        public MergeSchema field(String name) {
            return this;
        }

        @Override
        public MergeSchema elements() {
            return this;
        }
    };

    /** The keys by which the list here is merged, empty for a set of scalars, null when it is replaced. */
    @Nullable
    List<String> mergeKeys();

    /** The schema of a field, or null when nothing is known of it. */
    @Nullable
    MergeSchema field(String name);

    /** The schema of the elements of the list here, or null when nothing is known of them. */
    @Nullable
    MergeSchema elements();
}
