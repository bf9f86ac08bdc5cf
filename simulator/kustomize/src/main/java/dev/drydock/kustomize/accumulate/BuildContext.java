package dev.drydock.kustomize.accumulate;

import dev.drydock.kustomize.patch.MergeSchemas;
import dev.drydock.kustomize.resource.IdentityClock;
import dev.drydock.kustomize.resource.ResourceReader;
import java.util.ArrayList;
import java.util.List;

/** What all kustomizations of one build share. */
public final class BuildContext {

    private final IdentityClock clock = new IdentityClock();
    private final ResourceReader reader = new ResourceReader(clock);
    private final MergeSchemas schemas = new MergeSchemas();
    private final List<String> warnings = new ArrayList<>();
    private final boolean schemaReplaces;
    private boolean schemaSet;

    /**
     * The shared state of a new build.
     *
     * @param schemaReplaces whether a custom schema replaces the built-in one, as the command does
     */
    public BuildContext(boolean schemaReplaces) {
        this.schemaReplaces = schemaReplaces;
    }

    /** The clock of names. */
    public IdentityClock clock() {
        return clock;
    }

    /** The reader of objects. */
    public ResourceReader reader() {
        return reader;
    }

    /** The schemas for strategic merges. */
    public MergeSchemas schemas() {
        return schemas;
    }

    /** What kustomize prints beside the result. */
    public List<String> warnings() {
        return warnings;
    }

    boolean schemaReplaces() {
        return schemaReplaces;
    }

    boolean isSchemaSet() {
        return schemaSet;
    }

    void schemaIsSet() {
        schemaSet = true;
    }
}
