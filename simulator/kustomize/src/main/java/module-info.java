/** The room kustomize; its root package says why it exists and where to start. */
module dev.drydock.kustomize {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.yaml;
    requires com.google.common;
}
