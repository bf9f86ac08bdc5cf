/** The room assertions; its root package says why it exists and where to start. */
module dev.drydock.assertions {
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;
    requires transitive dev.drydock.yaml;
    requires transitive dev.drydock.kubernetes;
    requires transitive dev.drydock.scenario;
    requires transitive org.assertj.core;

    exports dev.drydock.assertions;
}
