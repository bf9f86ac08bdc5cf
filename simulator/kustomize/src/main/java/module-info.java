/** The room kustomize; its root package says why it exists and where to start. */
@SuppressWarnings("requires-automatic") // re2j has no module descriptor
module dev.drydock.kustomize {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.yaml;
    requires re2j;

    exports dev.drydock.kustomize;
}
