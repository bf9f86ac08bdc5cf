package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.identity.Gvk;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of the kinds of one build: the built-in ones, a custom document's, or both. */
public final class MergeSchemas {

    private final Map<Gvk, MergeSchema> custom = new HashMap<>();
    private boolean builtIn = true;

    /** The schema of a kind, or null when none is known. */
    public @Nullable MergeSchema of(Gvk gvk) {
        MergeSchema found = custom.get(gvk);
        return found != null || !builtIn ? found : BuiltInSchemas.of(gvk);
    }

    /** Adds the schema of a kind, before the built-in one. */
    void add(Gvk gvk, MergeSchema schema) {
        custom.put(gvk, schema);
    }

    /** Forgets the built-in schemas, as the command does when a custom one is given. */
    void withoutBuiltIns() {
        builtIn = false;
    }
}
