package dev.drydock.kustomize;

import org.apiguardian.api.API;

/**
 * How to build.
 *
 * @param rootOnly whether files must stand in or below the directory of the kustomization that names them
 * @param order in which order objects come out unless the kustomization file says
 * @param managedByLabel whether every object gets the label {@code app.kubernetes.io/managed-by}
 * @param confinement the directory outside which nothing is read, {@code /} for the whole tree
 * @param schemaReplaces whether a custom {@code openapi} replaces the built-in schema, as the command does, or is added to
 *     it, as Flux does
 * @param version the version in the managed-by label
 * @param remotes what lies behind entries that lead to another machine
 */
@API(status = API.Status.STABLE, since = "0.1")
public record BuildOptions(
        boolean rootOnly,
        Order order,
        boolean managedByLabel,
        String confinement,
        boolean schemaReplaces,
        String version,
        RemoteEntries remotes) {

    /** In which order objects come out. */
    public enum Order {
        /** As they were found. */
        NONE,
        /** By the rank of their kinds. */
        LEGACY
    }

    /** What the command {@code kustomize build} does. */
    public static BuildOptions command() {
        return new BuildOptions(true, Order.LEGACY, false, "/", true, "v5.8.1", RemoteEntries.NONE);
    }

    /** What Flux' kustomize-controller does with an artifact whose root is a directory of the tree. */
    public static BuildOptions flux(String artifactRoot) {
        return new BuildOptions(false, Order.NONE, false, artifactRoot, false, "(devel)", RemoteEntries.NONE);
    }

    /** The same with another load restriction. */
    public BuildOptions withRootOnly(boolean restricted) {
        return new BuildOptions(restricted, order, managedByLabel, confinement, schemaReplaces, version, remotes);
    }

    /** The same with another order. */
    public BuildOptions withOrder(Order other) {
        return new BuildOptions(rootOnly, other, managedByLabel, confinement, schemaReplaces, version, remotes);
    }

    /** The same with or without the managed-by label, which names a version of the program. */
    public BuildOptions withManagedByLabel(boolean wanted, String program) {
        return new BuildOptions(rootOnly, order, wanted, confinement, schemaReplaces, program, remotes);
    }

    /** The same with entries on other machines. */
    public BuildOptions withRemotes(RemoteEntries other) {
        return new BuildOptions(rootOnly, order, managedByLabel, confinement, schemaReplaces, version, other);
    }
}
