/** The room yaml; its root package says why it exists and where to start. */
module dev.drydock.yaml {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires com.google.common;

    exports dev.drydock.yaml;
}
