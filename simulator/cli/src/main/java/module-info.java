/** The room cli; its root package says why it exists and where to start. */
module dev.drydock.cli {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.kernel;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.kustomize;
    requires transitive dev.drydock.scenario;
    requires transitive dev.drydock.conformance;
    requires info.picocli;

    opens dev.drydock.cli to
            info.picocli;
}
