package dev.drydock.kustomize.resource;

import java.util.Set;

/** The annotations that a build keeps for itself; api/internal/utils/annotations.go and kioutil.go. */
public final class BuildAnnotations {

    static final String PREFIX = "internal.config.kubernetes.io/";

    /** Marks objects that never are part of the output. */
    public static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";

    /** Where an object came from. */
    public static final String ORIGIN = "config.kubernetes.io/origin";

    /** Which transformers saw an object. */
    public static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

    static final String NEEDS_HASH = PREFIX + "needsHashSuffix";
    static final String HELM_GENERATED = PREFIX + "helm-generated";
    static final String PREVIOUS_KINDS = PREFIX + "previousKinds";
    static final String PREVIOUS_NAMES = PREFIX + "previousNames";
    static final String PREVIOUS_NAMESPACES = PREFIX + "previousNamespaces";
    static final String PREFIXES = PREFIX + "prefixes";
    static final String SUFFIXES = PREFIX + "suffixes";
    static final String BEHAVIOR = PREFIX + "generatorBehavior";
    static final String REFERRED_BY = PREFIX + "refBy";

    /** What is removed at the end of a build. */
    static final Set<String> REMOVED = Set.of(
            PREVIOUS_KINDS,
            PREVIOUS_NAMES,
            PREFIXES,
            SUFFIXES,
            PREVIOUS_NAMESPACES,
            PREFIX + "allowNameChange",
            PREFIX + "allowKindChange",
            REFERRED_BY,
            BEHAVIOR,
            NEEDS_HASH,
            PREFIX + "path",
            PREFIX + "index",
            PREFIX + "seqindent",
            PREFIX + "id",
            PREFIX + "annotations-migration-resource-id",
            "config.kubernetes.io/path",
            "config.kubernetes.io/index",
            "config.k8s.io/id",
            HELM_GENERATED);

    private BuildAnnotations() {}

    /** Whether an annotation survives a JSON patch whatever the patch says. */
    public static boolean isInternal(String key) {
        return key.startsWith(PREFIX)
                || key.equals("config.kubernetes.io/path")
                || key.equals("config.kubernetes.io/index")
                || key.equals("config.k8s.io/id");
    }
}
