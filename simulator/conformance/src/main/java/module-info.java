/** The room conformance; its root package says why it exists and where to start. */
module dev.drydock.conformance {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.kustomize;
    requires transitive dev.drydock.flux;
    requires transitive dev.drydock.helm;
    requires com.google.common;

    exports dev.drydock.conformance;
}
